import * as m from '../../shared/i18n/compiled/messages.js';

const texts = {
  words: m.sidebar_probably_why,
  folded: m.log_probably_folded,
  head: m.log_probably_head,
};

/** Why a mail is only probably logged, and what would tell. */
export const probablyText = (alike: keyof typeof texts): string => texts[alike]();

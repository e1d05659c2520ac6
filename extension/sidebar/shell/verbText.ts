import * as m from '../../../shared/i18n/compiled/messages.js';

const nouns: Record<string, () => string> = {
  contact: m.words_contact,
  company: m.words_company,
  deal: m.words_deal,
  interaction: m.sidebar_log_entry,
  task: m.words_task,
  merge: m.pairs_merge,
};
/** What a parked change was about, in a word. */
export const verbText = (verb: string): string => nouns[verb.split('.')[0] ?? '']?.() ?? verb;

import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import type { WhyNot } from '../../shared/domain/interaction/why-not.ts';
import type { Interaction } from '../../shared/domain/rows.ts';
import * as m from '../../shared/i18n/compiled/messages.js';
import type { LeftOut, LogAnswer } from './calls.ts';

const kinds: Record<Automatic, () => string> = {
  newsletter: m.log_why_newsletter,
  away: m.log_why_away,
  undelivered: m.log_why_undelivered,
  calendar: m.log_why_calendar,
  receipt: m.log_why_receipt,
  machine: m.log_why_machine,
};

/** Why a mail is not logged, in as few words as a line has room for. */
export function whyText(why: WhyNot): string {
  switch (why.why) {
    case 'excluded':
      return m.log_why_excluded({ what: why.refusal.value });
    case 'automatic':
      return kinds[why.kind]();
    case 'too-many':
      return m.log_why_too_many({ people: why.people });
    case 'internal':
      return m.log_why_internal();
    case 'unknown':
      return m.log_why_unknown();
    case 'private':
      return m.log_why_private();
  }
}

const short: Record<LeftOut, () => string> = {
  excluded: m.log_why_excluded_short,
  internal: m.log_why_internal,
  automatic: m.log_why_automatic,
  unknown: m.log_why_unknown,
  'too-many': m.log_why_too_many_short,
  private: m.log_why_private,
  probably: m.log_why_probably,
  unread: m.log_why_unread,
};

/** Why something was left out, in a word or two. */
export const leftOutWord = (why: LeftOut): string => short[why]();

/** "Left out: 1 newsletter, 2 colleagues only". */
export const leftOutText = (leftOut: LogAnswer['leftOut']): string =>
  m.log_left_out({
    list: leftOut.map(({ why, count }) => m.log_left_item({ count, why: short[why]() })).join(', '),
  });

const rules: Record<NonNullable<Interaction['rule']>, () => string> = {
  thread: m.log_rule_thread,
  contact: m.log_rule_contact,
  company: m.log_rule_company,
  everyone: m.log_rule_everyone,
  sending: m.log_rule_sending,
};

/** What logged an entry, where nobody clicked. */
export const ruleText = (rule: NonNullable<Interaction['rule']>): string => rules[rule]();

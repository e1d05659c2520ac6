import * as m from '../../../shared/i18n/compiled/messages.js';
import type { RulePreview } from '../../messages/rules.ts';
import { leftOutWord } from '../../messages/why-text.ts';

type Why = NonNullable<RulePreview['lines'][number]['why']>;

/** Why a mail is not logged by itself, in a word or two. */
export function notAutoText(why: Why): string {
  switch (why) {
    case 'no-rule':
      return m.rules_why_no_rule();
    case 'stopped':
      return m.rules_why_stopped();
    case 'logged':
      return m.rules_why_logged();
    case 'covered':
      return m.rules_why_covered();
    case 'taken-back':
      return m.rules_why_taken_back();
    default:
      return leftOutWord(why);
  }
}

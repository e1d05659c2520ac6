import type { RuleCalls } from '../../messages/rules.ts';
import type { AnswersOf } from '../asker.ts';
import { missedIn } from './missed.ts';
import { previewRule } from './preview.ts';
import { ruleLines } from './rule-lines.ts';
import { setRule, undoRule, unsetRule } from './set-rule.ts';

/** What can be asked of rules, and done to them. */
export const ruleAnswers: AnswersOf<RuleCalls> = {
  rules: (core) => ruleLines(core),
  previewRule: (core, input, { tabId }) => previewRule(core, tabId, input),
  setRule: (core, input) => setRule(core, input),
  unsetRule: async (core, input) => {
    await unsetRule(core, input);
    return null;
  },
  undoRule: (core, input) => undoRule(core, input),
  missed: (core, _, { tabId }) => missedIn(core, tabId),
};

import type { RuleCalls } from '../../messages/rules.ts';
import type { Core } from '../core.ts';
import { missedIn } from './missed.ts';
import { previewRule } from './preview.ts';
import { ruleLines } from './rule-lines.ts';
import { setRule, undoRule, unsetRule } from './set-rule.ts';

/** What can be asked of rules, and done to them. */
export const ruleAnswers: {
  [N in keyof RuleCalls]: (
    core: Core,
    input: RuleCalls[N]['in'],
    asker: { tabId: number | null },
  ) => Promise<RuleCalls[N]['out']>;
} = {
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

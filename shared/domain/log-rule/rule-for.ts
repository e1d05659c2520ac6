import type { Id } from '../../kit/id.ts';
import { type LogRule, type RuleScope, ruleScopes } from '../rows.ts';

/** As much of a rule as decides. `leave`: what it names is left out, though a wider rule would log it. */
export type Rule = Pick<LogRule, 'id' | 'scope' | 'value' | 'effect' | 'dealId' | 'createdAt'>;

/** What a mail is about, by the names that rules have for it. */
export type About = {
  threadKey: string;
  /** Those of its people outside our own side whom the workspace knows. */
  contactIds: readonly Id[];
  /** Their companies. */
  companyIds: readonly Id[];
};

const names: Record<RuleScope, (about: About) => readonly string[]> = {
  thread: ({ threadKey }) => [threadKey],
  contact: ({ contactIds }) => contactIds,
  company: ({ companyIds }) => companyIds,
  // Nobody known is nobody: whoever is unknown is covered by no rule.
  everyone: ({ contactIds }) => (contactIds.length > 0 ? [''] : []),
};

const first = (rules: readonly Rule[]): Rule | null =>
  rules.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))[0] ?? null;

/**
 * The rule whose word counts for a mail: the narrowest that names it, of two alike the one that stops; null: none names
 * it. [E2]
 */
export function ruleFor(rules: readonly Rule[], about: About): Rule | null {
  for (const scope of ruleScopes) {
    const named = names[scope](about);
    const said = rules.filter((rule) => rule.scope === scope && named.includes(rule.value));
    const word = first(said.filter(({ effect }) => effect === 'leave')) ?? first(said);
    if (word) return word;
  }
  return null;
}

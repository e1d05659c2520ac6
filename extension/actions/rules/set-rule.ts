import { ruleFor } from '../../../shared/domain/log-rule/rule-for.ts';
import { type LogRule, type RuleScope, ruleScopes } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { RuleCalls, RuleChange } from '../../messages/rules.ts';
import { followed } from '../../mirror/aliases.ts';
import type { Intended } from '../../outbox/outbox.ts';
import { actAll } from '../act-all.ts';
import type { Core } from '../core.ts';
import { loggedBy } from './name-rule.ts';
import { rulesNow } from './rules-of.ts';

type Given = Pick<LogRule, 'scope' | 'value' | 'effect'>;
const sameAs =
  ({ scope, value }: { scope: RuleScope; value: string }) =>
  (rule: Given): boolean =>
    rule.scope === scope && rule.value === value;

const adding = (core: Core, { scope, value, effect }: Given, dealId: Id | null = null) => ({
  verb: 'logRule.add' as const,
  input: { id: core.newId(), scope, value, effect, dealId },
});

/**
 * From now on what is named is logged by itself, or is left alone. A stop takes its own rule away, and where a wider one
 * would still log it, says that this is left out.
 */
export async function setRule(
  core: Core,
  { scope, value, on, dealId = null }: RuleCalls['setRule']['in'],
): Promise<RuleChange> {
  const rules = await rulesNow(core);
  const own = rules.filter(sameAs({ scope, value }));
  const others = rules.filter((rule) => !own.includes(rule));
  const removed = own.filter(({ effect }) => effect === (on ? 'leave' : 'log'));
  const isSaid = own.some(({ effect }) => effect === (on ? 'log' : 'leave'));
  const adds =
    !isSaid && (on || (await stillLogged(core, others, scope, value)))
      ? [adding(core, { scope, value, effect: on ? 'log' : 'leave' }, dealId)]
      : [];
  await change(core, removed, adds);
  return { added: adds.map(({ input }) => input.id), removed: removed.map(given) };
}

const given = ({ scope, value, effect }: LogRule): RuleChange['removed'][number] => ({
  scope,
  value,
  effect,
});

async function change(core: Core, removed: readonly LogRule[], adds: readonly Intended[]): Promise<void> {
  const removes = removed.map(({ id }): Intended => ({ verb: 'logRule.remove', input: { id } }));
  if (removes.length + adds.length > 0) await actAll(core, [...removes, ...adds]);
}

/** Whether wider rules would go on logging some of it. */
async function stillLogged(
  core: Core,
  rules: readonly LogRule[],
  scope: RuleScope,
  value: string,
): Promise<boolean> {
  const wider = rules.filter((rule) => ruleScopes.indexOf(rule.scope) > ruleScopes.indexOf(scope));
  // Who is in a conversation is not known here: any wider rule may be about them.
  if (scope === 'thread') return wider.some(({ effect }) => effect === 'log');
  const companyId = scope === 'contact' ? (await followed(core.mirror, 'contact', value))?.companyId : null;
  const about = { threadKey: '', contactIds: [''], companyIds: companyId ? [companyId] : [] };
  return ruleFor(wider, about)?.effect === 'log';
}

/** Takes a change back: what it added goes, what it removed is said again. */
export async function unsetRule(core: Core, { added, removed }: RuleChange): Promise<void> {
  const there = (await rulesNow(core)).filter(({ id }) => added.includes(id));
  await change(
    core,
    there,
    removed.map((rule) => adding(core, rule)),
  );
}

/** As many as one transaction of a browser takes without a pause that somebody sees. */
const atOnce = 500;

/** Takes back all that a rule has logged, and the rule itself. */
export async function undoRule(core: Core, { id }: { id: Id }): Promise<{ undone: number }> {
  const logged = await loggedBy(core, id);
  const rule = (await rulesNow(core)).filter((each) => each.id === id);
  await change(core, rule, []);
  for (let from = 0; from < logged.length; from += atOnce)
    await actAll(
      core,
      logged
        .slice(from, from + atOnce)
        .map((entry) => ({ verb: 'interaction.undo', input: { id: entry.id } })),
    );
  return { undone: logged.length };
}

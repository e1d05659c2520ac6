import type { Rule } from '../../../shared/domain/log-rule/rule-for.ts';
import type { LogRule } from '../../../shared/domain/rows.ts';
import { followed } from '../../mirror/aliases.ts';
import { type Core, meOf } from '../core.ts';

/** One's own rules as they were made: what they name may have turned out to be another one since. */
export async function ownRules(core: Core): Promise<LogRule[]> {
  const me = meOf(core);
  return (await core.mirror.all('logRule')).filter(({ privateTo }) => privateTo === me);
}

/** The same, each naming who its contact or company is by now: a look for each of them. */
export async function rulesNow(core: Core): Promise<LogRule[]> {
  return Promise.all(
    (await ownRules(core)).map(async (rule) => ({ ...rule, value: await valueNow(core, rule) })),
  );
}

async function valueNow({ mirror }: Core, { scope, value }: LogRule): Promise<string> {
  if (scope !== 'contact' && scope !== 'company') return value;
  return (await followed(mirror, scope, value))?.id ?? value;
}

export const logsAny = (rules: readonly Rule[]): boolean => rules.some(({ effect }) => effect === 'log');

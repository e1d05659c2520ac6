import type { Rule } from '../../../shared/domain/log-rule/rule-for.ts';
import type { LogRule } from '../../../shared/domain/rows.ts';
import { followed } from '../../mirror/aliases.ts';
import { type Core, meOf } from '../core.ts';

/** One's own rules; a contact or company that turned out to be another one is named as that one. */
export async function rulesOf(core: Core): Promise<LogRule[]> {
  const me = meOf(core);
  const rules = (await core.mirror.all('logRule')).filter(({ privateTo }) => privateTo === me);
  return Promise.all(rules.map(async (rule) => ({ ...rule, value: await valueNow(core, rule) })));
}

async function valueNow({ mirror }: Core, { scope, value }: LogRule): Promise<string> {
  if (scope !== 'contact' && scope !== 'company') return value;
  return (await followed(mirror, scope, value))?.id ?? value;
}

export const logsAny = (rules: readonly Rule[]): boolean => rules.some(({ effect }) => effect === 'log');

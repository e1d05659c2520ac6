import type { RuleLine } from '../../messages/rules.ts';
import type { Core } from '../core.ts';
import { loggedBy, named } from './name-rule.ts';
import { rulesNow } from './rules-of.ts';

/** One's own rules, the newest first, each with what it has done. */
export async function ruleLines(core: Core): Promise<RuleLine[]> {
  const rules = (await rulesNow(core)).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  return Promise.all(
    rules.map(async ({ id, scope, value, effect, createdAt, dealId }) => ({
      ...{ id, effect, since: createdAt },
      ...(await named(core, scope, value)),
      deal: dealId ? ((await core.mirror.get('deal', dealId))?.title ?? null) : null,
      logged: (await loggedBy(core, id)).length,
    })),
  );
}

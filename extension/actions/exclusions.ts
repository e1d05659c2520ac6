import { judgePage, type Refusal } from '../../shared/domain/exclusion/judge.ts';
import type { Exclusion } from '../../shared/domain/rows.ts';
import { mayArrange } from '../../shared/sync/rights.ts';
import type { ExclusionsView } from '../messages/state.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { type Core, meOf } from './core.ts';

/** The team's rules and one's own; others' own never reach this browser. */
export const exclusionsOf = (mirror: Mirror): Promise<Exclusion[]> => mirror.all('exclusion');

/** Whether a page is left alone, and why; before a pairing there are only the defaults. */
export const pageRefusal = async (core: Core | null, url: string): Promise<Refusal | null> =>
  judgePage(url, core ? await exclusionsOf(core.mirror) : []);

/** Every rule, the newest first, and whether one may set the team's. */
export async function exclusionsView(core: Core): Promise<ExclusionsView> {
  const [rules, members] = await Promise.all([exclusionsOf(core.mirror), core.mirror.all('member')]);
  const me = members.find(({ id }) => id === meOf(core));
  return {
    rules: rules.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)),
    members,
    mayArrange: mayArrange(me?.role ?? 'read-only'),
  };
}

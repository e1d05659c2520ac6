import { mayArrange } from '../../../shared/sync/rights.ts';
import type { OwnFieldsView } from '../../messages/state.ts';
import { type Core, meOf } from '../core.ts';
import { memberNames } from './lookup.ts';

/** A workspace's own fields, and whether one may change them. */
export async function ownFieldsView(core: Core): Promise<OwnFieldsView> {
  const me = meOf(core);
  const [fields, members] = await Promise.all([core.mirror.all('ownField'), memberNames(core.mirror)]);
  const member = me === null ? undefined : members.get(me);
  return {
    fields: fields.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)),
    mayChange: member !== undefined && mayArrange(member.role),
  };
}

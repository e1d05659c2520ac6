import type { OwnValue } from '../../../shared/domain/rows.ts';
import type { MergingView } from '../../messages/merge.ts';
import { ownText } from '../own-field/ownText.ts';
import { isLifeCycle, lifeCycleText } from '../person/lifeCycleText.ts';
import { isPartyRole, roleText } from '../role/roleText.ts';
import { fieldText } from '../shell/fieldText.ts';
import type { Session } from '../shell/session.ts';
import type { Choosable, Side } from './choices.ts';

export const labelOf = (view: MergingView, { field, own }: Choosable): string =>
  own?.label ?? fieldText(field, view.noun);

/** What one of the two has, as people read it; empty where it has nothing. */
export function textOf(session: Session, view: MergingView, each: Choosable, side: Side): string {
  const value: OwnValue = each[side];
  if (value === null || value === '') return '';
  if (each.field === 'companyId') return view[side].company ?? '';
  if (each.field === 'ownerId') return view[side].owner ?? '';
  if (each.field === 'lifeCycle' && isLifeCycle(value)) return lifeCycleText(value);
  if (each.field === 'role' && isPartyRole(value)) return roleText(value);
  const { named } = view;
  return ownText(each.own?.kind ?? null, value, {
    ...{ locale: session.locale.value, today: session.today.value, named },
  });
}

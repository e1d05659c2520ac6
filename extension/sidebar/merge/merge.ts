import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { MergingView } from '../../messages/merge.ts';
import { newId } from '../shell/newId.ts';
import type { Session } from '../shell/session.ts';
import { choosable, type Side, takenFields } from './choices.ts';

/** Makes two one; taken back from the toast, and at any time from the record. */
export async function mergeTwo(
  session: Session,
  event: Event,
  view: MergingView,
  keep: Side,
  chosen: Readonly<Record<string, Side>>,
): Promise<boolean> {
  const [kept, gone] = keep === 'a' ? [view.a.row, view.b.row] : [view.b.row, view.a.row];
  const fields = takenFields(choosable(view.a.row, view.b.row, view.ownFields), keep, chosen);
  const mergeId = newId();
  const input = { id: kept.id, goneId: gone.id, mergeId, fields } as Input<'contact.merge'> &
    Input<'company.merge'>;
  const outcome = await session.act(event, `${view.noun}.merge`, input);
  if (!outcome.ok) return false;
  const name = 'name' in fields && typeof fields.name === 'string' ? fields.name : kept.name;
  session.toasts.show({
    tone: 'plain',
    text: m.pairs_merged({ gone: gone.name, kept: name }),
    action: {
      label: m.words_undo(),
      run: (click) => void session.act(click, 'merge.split', { id: mergeId }),
    },
  });
  return true;
}

/** They are two after all. */
export async function splitOff(
  session: Session,
  event: Event,
  merge: { id: Id; name: string },
): Promise<void> {
  const outcome = await session.act(event, 'merge.split', { id: merge.id });
  if (outcome.ok) session.toasts.show({ tone: 'plain', text: m.pairs_split_done({ name: merge.name }) });
}

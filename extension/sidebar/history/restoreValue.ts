import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryNoun } from '../../messages/calls.ts';
import type { HistoryEntry } from '../../messages/state.ts';
import type { Session } from '../shell/session.ts';

/** Sets a value of the history again, by one click. */
export async function restoreValue(
  session: Session,
  click: Event,
  noun: HistoryNoun,
  { change: { rowId, field }, restore }: Pick<HistoryEntry, 'change' | 'restore'>,
  label: string,
): Promise<void> {
  if (!restore) return;
  const outcome = await session.change(click, () =>
    session.client.call('restoreValue', { noun, id: rowId, field, value: restore.value }),
  );
  if (outcome.ok) session.toasts.show({ tone: 'plain', text: m.sidebar_history_set({ field: label }) });
}

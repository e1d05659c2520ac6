import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryNoun } from '../../messages/calls.ts';
import type { Session } from './session.ts';

/** Takes a record away; it can be brought back from the toast, at once and where it was. */
export async function removeRecord(
  session: Session,
  event: Event,
  noun: HistoryNoun,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const outcome = await session.act(event, `${noun}.remove`, { id });
  if (!outcome.ok) return;
  session.toasts.show({
    tone: 'plain',
    text: m.sidebar_removed({ what: name }),
    action: {
      label: m.words_undo(),
      run: (click) => void session.act(click, `${noun}.restore`, { id }),
    },
  });
}

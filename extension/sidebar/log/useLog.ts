import { signal } from '@preact/signals';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { Calls, LogAnswer } from '../../messages/calls.ts';
import { useSession } from '../shell/session.ts';

export type Place = Omit<Input<'interaction.move'>, 'id'>;

/** Messages whose log was clicked here and is not answered yet. */
const pressed = signal<ReadonlySet<string>>(new Set());

/** Logging, moving a log and taking it back, each with the toast that undoes it. */
export function useLog() {
  const session = useSession();
  const undo = async (event: Event, ids: Id[]) => {
    const changes = ids.map((id) => ({ verb: 'interaction.undo' as const, input: { id } }));
    const undone = (await session.actAll(event, changes)).ok;
    if (undone) session.toasts.show({ tone: 'plain', text: m.sidebar_log_undone() });
  };
  const log = async (event: Event, input: Calls['log']['in']) => {
    const outcome = await session.change(event, async () => {
      const ids = clicked(session.state.peek(), input);
      pressed.value = new Set([...pressed.peek(), ...ids]);
      try {
        return await session.client.call('log', input);
      } finally {
        pressed.value = new Set([...pressed.peek()].filter((id) => !ids.includes(id)));
      }
    });
    if (!outcome.ok) return;
    const { value } = outcome;
    const text = await toldOf(value, input);
    if (text === null) return;
    session.toasts.show({
      tone: 'plain',
      text,
      action:
        value.logged > 0
          ? { label: m.words_undo(), run: (click) => void undo(click, value.newIds) }
          : undefined,
    });
  };
  /** The entry goes to other records; `from`: where it was, for the way back. */
  const move = async (event: Event, id: Id, to: Place, from: Place): Promise<boolean> => {
    const outcome = await session.act(event, 'interaction.move', { id, ...to });
    if (!outcome.ok) return false;
    session.toasts.show({
      tone: 'plain',
      text: m.log_moved(),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'interaction.move', { id, ...from }),
      },
    });
    return true;
  };
  return { log, undo, move, pressed: pressed.value };
}

/** Which messages a click is about, as far as the screen tells. */
function clicked(
  state: ReturnType<typeof useSession>['state']['value'],
  { messages }: Calls['log']['in'],
): string[] {
  if (typeof messages !== 'string') return messages;
  const thread = state?.screen.kind === 'thread' ? state.screen.thread : null;
  const selected = thread?.selectedId ?? thread?.messages.at(-1)?.id;
  return messages === 'selected' && selected ? [selected] : [];
}

/** What is said of it; null: the log bar says it already. */
async function toldOf(
  { logged, already, leftOut, stopped }: LogAnswer,
  input: Calls['log']['in'],
): Promise<string | null> {
  const many = input.messages === 'missing';
  const parts = [
    logged > 0 &&
      (input.add
        ? m.sidebar_added_and_logged({ name: input.add.name })
        : m.sidebar_logged({ count: logged })),
    logged === 0 && already > 0 && m.sidebar_already_logged(),
    // A log of one message tells of its reason in its own place.
    many && leftOut.length > 0 && (await import('../../messages/why-text.ts')).leftOutText(leftOut),
    stopped && m.log_stopped(),
  ].filter((part) => part !== false);
  if (parts.length > 0) return parts.join(' · ');
  return many ? m.log_nothing_missing() : null;
}

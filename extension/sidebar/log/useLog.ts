import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Calls } from '../../messages/calls.ts';
import { useSession } from '../shell/session.ts';

/** Logging and taking it back, each with the toast that undoes it. */
export function useLog() {
  const session = useSession();
  const undo = async (event: Event, ids: Id[]) => {
    let undone = true;
    for (const id of ids) undone &&= (await session.act(event, 'interaction.undo', { id })).ok;
    if (undone) session.toasts.show({ tone: 'plain', text: m.sidebar_log_undone() });
  };
  const log = async (event: Event, input: Calls['log']['in']) => {
    const outcome = await session.change(event, () => session.client.call('log', input));
    if (!outcome.ok) return;
    const { logged, already, interactionIds } = outcome.value;
    // Nothing logged and nothing found: it is only probably there, and the log bar asks.
    if (logged === 0 && already === 0) return;
    session.toasts.show({
      tone: 'plain',
      text:
        logged === 0 && already > 0
          ? m.sidebar_already_logged()
          : input.add
            ? m.sidebar_added_and_logged({ name: input.add.name })
            : m.sidebar_logged({ count: logged }),
      action:
        logged > 0 ? { label: m.words_undo(), run: (click) => void undo(click, interactionIds) } : undefined,
    });
  };
  return { log, undo };
}

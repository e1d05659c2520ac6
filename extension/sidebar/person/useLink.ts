import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { PersonOnScreen } from '../../messages/state.ts';
import { useSession } from '../shell/session.ts';

/** Gives a contact the key under which a person was seen, and logs the open mail with it where asked; one undo takes all back. */
export function useLink() {
  const session = useSession();
  return async (
    event: Event,
    person: PersonOnScreen,
    contact: { id: Id; name: string },
    andLog: boolean,
  ): Promise<void> => {
    const key = person.sighting.keys.find((one) => one.value.kind === 'email') ?? person.sighting.keys[0];
    if (!key) return;
    const linked = await session.act(event, 'contact.addKey', {
      id: contact.id,
      key: { ...key.value, source: key.source },
    });
    if (!linked.ok) return;
    const outcome = andLog
      ? await session.change(event, () => session.client.call('log', { messages: 'selected' }))
      : null;
    const logged = outcome?.ok && outcome.value.logged > 0 ? outcome.value.newIds : [];
    const undo = async (click: Event) => {
      for (const id of logged) if (!(await session.act(click, 'interaction.undo', { id })).ok) return;
      await session.act(click, 'contact.removeKey', { id: contact.id, key: key.value });
    };
    session.toasts.show({
      tone: 'plain',
      text:
        logged.length > 0
          ? m.sidebar_linked_and_logged({ name: contact.name })
          : m.sidebar_linked({ name: contact.name }),
      action: { label: m.words_undo(), run: (click) => void undo(click) },
    });
  };
}

import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonView } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Audience } from '../audience/Audience.tsx';
import { useSession } from '../shell/session.ts';
import css from './Details.module.css';

/** At the end of the profile: who sees this person, and the way to remove them, which can be taken back. */
export function Ending({ view: { contact } }: { view: PersonView }) {
  const session = useSession();
  const me = session.state.value?.link.me ?? null;
  const { id, name, createdBy, privateTo } = contact;
  const remove = async (event: Event) => {
    const outcome = await session.act(event, 'contact.remove', { id });
    if (!outcome.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.sidebar_removed({ what: name }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'contact.restore', { id }),
      },
    });
  };
  if (!session.canChange.value) return null;
  return (
    <div class={css.ending}>
      {me !== null && (privateTo === me || (privateTo === null && createdBy === me)) && (
        <Audience
          of="contact"
          hidden={privateTo !== null}
          onToggle={(hidden) =>
            session.client.call('act', { verb: 'contact.setPrivate', input: { id, private: hidden } })
          }
        />
      )}
      <Button look="link" onClick={(event) => void remove(event)}>
        {m.sidebar_remove({ what: name })}
      </Button>
    </div>
  );
}

import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonView } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Audience } from '../audience/Audience.tsx';
import { removeRecord } from '../shell/removeRecord.ts';
import { useSession } from '../shell/session.ts';
import css from './Details.module.css';

/** At the end of the profile: who sees this person, and the way to remove them, which can be taken back. */
export function Ending({ view: { contact } }: { view: PersonView }) {
  const session = useSession();
  const me = session.state.value?.link.me ?? null;
  const { id, name, createdBy, privateTo } = contact;
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
      <Button look="link" onClick={(event) => void removeRecord(session, event, 'contact', contact)}>
        {m.sidebar_remove({ what: name })}
      </Button>
    </div>
  );
}

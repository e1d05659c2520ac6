import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen } from '../../messages/state.ts';
import { Picker } from '../search/Picker.tsx';
import css from './LinkExisting.module.css';
import { useLink } from './useLink.ts';

/** Says who an unknown sender is: a contact found by a few letters gets their address, and the open mail is logged with it. */
export function LinkExisting({ person, onDone }: { person: PersonOnScreen; onDone: () => void }) {
  const link = useLink();
  const [andLog, setAndLog] = useState(true);
  return (
    <div class={css.link}>
      <Picker
        noun="contact"
        label={m.sidebar_link_who({ who: person.email ?? person.name })}
        onPick={({ id, title }, event) => {
          onDone();
          void link(event, person, { id, name: title }, andLog);
        }}
        // A click on the tick below also leaves the field.
        onLeave={(by) => by === 'key' && onDone()}
      />
      <label class={css.tick}>
        <input
          type="checkbox"
          checked={andLog}
          onChange={(event) => setAndLog(event.currentTarget.checked)}
        />
        {m.sidebar_link_and_log()}
      </label>
    </div>
  );
}

import { Phone } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { About } from '../../messages/calls.ts';
import { LogCall } from '../../sidebar/call/LogCall.tsx';
import { NoteBox } from '../../sidebar/note/NoteBox.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { useKeys } from '../../sidebar/shell/useKeys.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Record.module.css';

/** What is written down here: a note, or a call that was made. */
export function Actions({
  place,
  about,
  name,
  secret = false,
}: {
  /** One draft a place, the sidebar's too. */
  place: string;
  about: About;
  name: string;
  secret?: boolean;
}) {
  const session = useSession();
  const [calling, setCalling] = useState(false);
  useEffect(() => setCalling(false), [place]);
  useKeys({ n: () => document.querySelector<HTMLElement>('[data-focus="note"]')?.focus() });
  if (!session.canChange.value) return null;
  return (
    <>
      <div class={css.actions}>
        <Button
          aria-expanded={calling}
          icon={<Phone size={14} aria-hidden="true" />}
          onClick={() => setCalling(!calling)}
        >
          {m.record_call()}
        </Button>
      </div>
      {calling && (
        <LogCall
          name={name}
          about={about}
          startedAt={null}
          secret={secret}
          onDone={() => setCalling(false)}
        />
      )}
      <NoteBox
        key={place}
        place={place}
        about={about}
        page={null}
        secret={secret}
        label={m.sidebar_note_about({ who: name })}
      />
    </>
  );
}

import { useMemo } from 'preact/hooks';
import * as m from '../../shared/i18n/compiled/messages.js';
import { Button } from '../ui/Button.tsx';
import { askFor } from './pairing.ts';
import css from './web.module.css';

/** One click: the server's page, which knows who is signed in, makes a code for this browser and sends it back. */
export function Start({ fault }: { fault: string | null }) {
  const asked = useMemo(() => askFor(sessionStorage), []);
  return (
    <>
      <p>{m.web_start_how()}</p>
      {fault && (
        <p class={css.fault} role="alert">
          {fault}
        </p>
      )}
      <form method="post" action={`/app/pair/${asked}`}>
        <Button look="primary" class={css.big} type="submit">
          {m.web_start_do()}
        </Button>
      </form>
      <p class={css.small}>{m.web_start_note()}</p>
    </>
  );
}

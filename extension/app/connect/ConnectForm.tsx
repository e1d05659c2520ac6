import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import { deviceName } from '../../sidebar/shell/deviceName.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

/** Paste, Connect: the one-time link carries the server's address and the code. */
export function ConnectForm({ page, again }: { page: PageSession; again: boolean }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const connect = async (event: Event) => {
    event.preventDefault();
    if (!typed.trim()) {
      setError(m.pages_needs_link());
      return;
    }
    setBusy(true);
    setError(null);
    try {
      await page.client.call('pair', { link: typed.trim(), deviceName: deviceName() });
      setTyped('');
    } catch (cause) {
      if (!(cause instanceof CodedError)) throw cause;
      setError(cause.code === 'input.invalid' ? m.pages_bad_link() : errorText(cause.code));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form class={css.form} onSubmit={(event) => void connect(event)}>
      <Labelled label={m.pages_connect_link()} error={error}>
        <input
          class={form.input}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="http://localhost:8787/pair#…"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </Labelled>
      <Button look="primary" class={css.big} type="submit" disabled={busy}>
        {busy ? m.pages_connecting() : again ? m.pages_connect_again() : m.pages_connect_button()}
      </Button>
    </form>
  );
}

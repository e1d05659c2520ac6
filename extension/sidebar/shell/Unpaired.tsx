import { Plug } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { deviceName } from './deviceName.ts';
import { errorText } from './errorText.ts';
import { useSession } from './session.ts';
import own from './Unpaired.module.css';

/** One card: paste the link, Connect. In a page's frame it only leads out of it: a server is never connected there. */
export function Unpaired() {
  const session = useSession();
  const link = session.state.value?.link;
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode | 'no-link' | null>(link?.code ?? null);
  const framed = session.state.value?.framed ?? true;

  const connect = async (event: Event) => {
    event.preventDefault();
    if (!typed.trim()) return setError('no-link');
    setBusy(true);
    setError(null);
    const outcome = await session.change(
      event,
      () => session.client.call('pair', { link: typed.trim(), deviceName: deviceName() }),
      true,
    );
    setBusy(false);
    if (outcome.ok) session.back();
    else setError(outcome.code);
  };
  return (
    <article class={own.card} aria-label={m.sidebar_connect()}>
      <Plug size={24} aria-hidden="true" />
      <h1 class={own.title}>{m.sidebar_connect_title()}</h1>
      <p>{framed ? m.sidebar_connect_outside() : m.sidebar_connect_how()}</p>
      {framed ? (
        session.openPanel && (
          <Button look="primary" onClick={session.openPanel}>
            {m.sidebar_open_panel()}
          </Button>
        )
      ) : (
        <form class={own.form} onSubmit={(event) => void connect(event)}>
          <Labelled
            label={m.sidebar_pairing_link()}
            error={error && (error === 'no-link' ? m.sidebar_needs_link() : errorText(error))}
          >
            <input
              class={css.input}
              type="text"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              placeholder="http://localhost:8787/pair#…"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </Labelled>
          <Button look="primary" wide type="submit" disabled={busy}>
            {busy ? m.sidebar_connecting() : m.sidebar_connect()}
          </Button>
        </form>
      )}
      <p class={own.promise}>{m.sidebar_connect_kept()}</p>
    </article>
  );
}

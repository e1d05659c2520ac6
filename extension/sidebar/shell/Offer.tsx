import { Plug } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { deviceName } from './deviceName.ts';
import { errorText } from './errorText.ts';
import { useSession } from './session.ts';
import css from './Unpaired.module.css';

/** The page in the tab says that it is a server. Any page could: its address is shown, and the user decides. */
export function Offer({ server }: { server: string }) {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const connect = async (event: Event) => {
    setBusy(true);
    setError(null);
    const outcome = await session.change(
      event,
      () => session.client.call('takeOffer', { deviceName: deviceName() }),
      true,
    );
    setBusy(false);
    if (!outcome.ok) setError(errorText(outcome.code));
  };
  return (
    <article class={css.card} aria-label={m.sidebar_connect()}>
      <Plug size={24} aria-hidden="true" />
      <h1 class={css.title}>{m.sidebar_offer_ask({ server })}</h1>
      <p>{m.sidebar_offer_how()}</p>
      {error && <p role="alert">{error}</p>}
      <Button look="primary" wide disabled={busy} onClick={(event) => void connect(event)}>
        {busy ? m.sidebar_connecting() : m.sidebar_connect()}
      </Button>
      <Button look="link" onClick={() => session.ask('declineOffer', {})}>
        {m.sidebar_offer_no()}
      </Button>
    </article>
  );
}

import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { ConnectForm } from '../connect/ConnectForm.tsx';
import { LinkLine } from '../connect/LinkLine.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

/** The server this browser is paired with, and the way out; what has not arrived yet is said before it is lost. */
export function Server({ page }: { page: PageSession }) {
  const [asking, setAsking] = useState(false);
  const link = page.link.value;
  if (!link) return null;
  if (link.status === 'unpaired') return <ConnectForm page={page} again={false} />;
  const unpair = () => {
    setAsking(false);
    void page.client.call('unpair', {});
  };
  return (
    <>
      <LinkLine link={link} />
      {link.status === 'refused' && <ConnectForm page={page} again />}
      {asking ? (
        <div role="alert" class={css.form}>
          <p class={css.how}>{m.pages_unpair_waiting({ count: link.waiting })}</p>
          <div class={css.buttons}>
            <Button look="danger" onClick={unpair}>
              {m.pages_unpair_anyway()}
            </Button>
            <Button onClick={() => setAsking(false)}>{m.pages_cancel()}</Button>
          </div>
        </div>
      ) : (
        <>
          <p class={css.how}>{m.pages_unpair_how()}</p>
          <Button class={css.big} onClick={() => (link.waiting > 0 ? setAsking(true) : unpair())}>
            {m.pages_unpair()}
          </Button>
        </>
      )}
    </>
  );
}

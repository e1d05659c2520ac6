import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PlaceOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

/** The way out of a workspace; what has not arrived yet is said before it is lost. */
export function RemoveWorkspace({
  page,
  place,
  waiting,
}: {
  page: PageSession;
  place: PlaceOnScreen;
  waiting: number;
}) {
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    void page.client.call('unpair', { place: place.id });
  };
  if (asking)
    return (
      <div role="alert" class={css.form}>
        <p class={css.how}>{m.pages_unpair_waiting({ count: waiting })}</p>
        <div class={css.buttons}>
          <Button look="danger" onClick={remove}>
            {m.pages_unpair_anyway()}
          </Button>
          <Button onClick={() => setAsking(false)}>{m.pages_cancel()}</Button>
        </div>
      </div>
    );
  return (
    <>
      <p class={css.how}>{m.pages_unpair_how()}</p>
      <Button class={css.big} onClick={() => (waiting > 0 ? setAsking(true) : remove())}>
        {m.pages_workspaces_remove({ workspace: place.workspace })}
      </Button>
    </>
  );
}

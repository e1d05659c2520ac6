import { useState } from 'preact/hooks';
import * as m from '../../shared/i18n/compiled/messages.js';
import { Card, Page } from '../app/Card.tsx';
import { Language } from '../app/language/Language.tsx';
import { Diagnostics } from '../app/options/Diagnostics.tsx';
import { Ledger } from '../app/options/Ledger.tsx';
import type { PageSession } from '../app/page.ts';
import { Workspaces } from '../app/workspaces/Workspaces.tsx';
import { Button } from '../ui/Button.tsx';
import { Install } from './Install.tsx';
import { Start } from './Start.tsx';
import css from './web.module.css';

/** What is set for this device, what left it, and the way out. */
export function Device({ page }: { page: PageSession }) {
  return (
    <Page inApp title={m.web_device_title()} lead={m.web_device_lead()}>
      <Card title={m.pages_workspaces_title()}>
        <Workspaces page={page} connect={() => <Start fault={null} />} />
      </Card>
      <Install />
      <Card title={m.pages_language_title()}>
        <Language page={page} />
      </Card>
      <Card title={m.pages_ledger_title()} how={m.web_ledger_how()}>
        <Ledger page={page} />
      </Card>
      <Card title={m.pages_health_title()} how={m.pages_health_how()}>
        <Diagnostics page={page} />
      </Card>
      <Card title={m.web_leave_title()} how={m.web_leave_how()}>
        <Leave page={page} />
      </Card>
    </Page>
  );
}

/** Signs out of this device: nothing of it stays here. What has not arrived yet is said before it is lost. */
function Leave({ page }: { page: PageSession }) {
  const [waiting, setWaiting] = useState(0);
  const leave = (anyway: boolean) =>
    void page.client.call('leave', { anyway }).then((left) => setWaiting(left.waiting));
  if (waiting === 0)
    return (
      <Button look="danger" class={css.big} onClick={() => leave(false)}>
        {m.web_leave_do()}
      </Button>
    );
  return (
    <div role="alert" class={css.ask}>
      <p>{m.pages_unpair_waiting({ count: waiting })}</p>
      <div class={css.buttons}>
        <Button look="danger" class={css.big} onClick={() => leave(true)}>
          {m.web_leave_anyway()}
        </Button>
        <Button class={css.big} onClick={() => setWaiting(0)}>
          {m.pages_cancel()}
        </Button>
      </div>
    </div>
  );
}

import { useEffect } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Card, Page } from '../Card.tsx';
import { Exclusions } from '../exclusions/Exclusions.tsx';
import { Language } from '../language/Language.tsx';
import { Mailboxes } from '../mailboxes/Mailboxes.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';
import { Recipes } from '../recipes/Recipes.tsx';
import { Shortcuts } from '../shortcuts/Shortcuts.tsx';
import { Workspaces } from '../workspaces/Workspaces.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { Ledger } from './Ledger.tsx';
import { Reminders } from './Reminders.tsx';
import { RowChips } from './RowChips.tsx';
import { Sites } from './Sites.tsx';

/** Everything that can be set, and everything that left the browser. */
export function Options({ page }: { page: PageSession }) {
  const state = page.state.value;
  const locale = page.locale.value;
  useEffect(() => {
    document.title = `${m.pages_settings_title()} – Sidebook`;
  }, [locale]);
  if (!state) return null;
  return (
    <Page key={locale} title={m.pages_settings_title()} lead={m.pages_promise()}>
      <Card title={m.pages_workspaces_title()}>
        <Workspaces page={page} />
      </Card>
      <Card title={m.pages_mailboxes_title()} how={m.pages_mailboxes_how()}>
        <Mailboxes page={page} />
      </Card>
      <Card title={m.pages_logging_title()}>
        <label class={css.switch}>
          <input
            type="checkbox"
            checked={state.logOnSend}
            onChange={(event) => void page.client.call('setLogOnSend', { on: event.currentTarget.checked })}
          />
          <span>{m.pages_log_on_send()}</span>
          <span class={css.why}>{m.pages_log_on_send_why()}</span>
        </label>
        <p class={css.how}>
          {m.rules_how()} <a href="app.html#/rules">{m.rules_manage()}</a>
        </p>
      </Card>
      <Card title={m.rows_settings_title()} how={m.rows_settings_why()}>
        <RowChips page={page} />
      </Card>
      <Card title={m.task_remind_title()}>
        <Reminders />
      </Card>
      <Card title={m.pages_sites_title()} how={m.pages_sites_how()}>
        <Sites />
      </Card>
      <Card title={m.capture_recipes_title()} how={m.capture_recipes_how()}>
        <Recipes page={page} />
      </Card>
      <Card title={m.exclude_title()} how={m.exclude_how()}>
        <Exclusions page={page} />
      </Card>
      <Card title={m.pages_language_title()}>
        <Language page={page} />
      </Card>
      <Card title={m.pages_keys_title()} how={m.pages_keys_how()}>
        <Shortcuts />
      </Card>
      <Card title={m.pages_ledger_title()} how={m.pages_ledger_how()}>
        <Ledger page={page} />
      </Card>
      <Card title={m.pages_health_title()} how={m.pages_health_how()}>
        <Diagnostics page={page} />
      </Card>
    </Page>
  );
}

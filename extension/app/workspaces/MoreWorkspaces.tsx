import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Calls } from '../../messages/calls.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

/** One's other workspaces on the same server: added by a click, without a code. Only the server knows them. */
export function MoreWorkspaces({ page, online }: { page: PageSession; online: boolean }) {
  const [others, setOthers] = useState<Calls['otherWorkspaces']['out']>([]);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    if (!online) return;
    page.client.call('otherWorkspaces', {}).then(setOthers, (cause: unknown) => {
      // Nobody asked: without an answer there is nothing to offer.
      if (!(cause instanceof CodedError)) throw cause;
    });
  }, [page, online]);
  const add = async (workspaceId: string) => {
    setError(null);
    try {
      await page.client.call('enter', { workspaceId });
    } catch (cause) {
      if (!(cause instanceof CodedError)) throw cause;
      setError(errorText(cause.code));
    }
  };
  if (others.length === 0) return null;
  return (
    <>
      <p class={css.how}>{m.pages_workspaces_more()}</p>
      <div class={css.buttons}>
        {others.map(({ id, name }) => (
          <Button key={id} onClick={() => void add(id)}>
            {m.pages_workspaces_add({ workspace: name })}
          </Button>
        ))}
      </div>
      {error && <p role="alert">{error}</p>}
    </>
  );
}

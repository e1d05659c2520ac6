import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { ConnectForm } from '../connect/ConnectForm.tsx';
import { LinkLine } from '../connect/LinkLine.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';
import { MoreWorkspaces } from './MoreWorkspaces.tsx';
import { RemoveWorkspace } from './RemoveWorkspace.tsx';

/** The workspaces of this browser: which one is shown, how it stands with its server, and how another one is added. */
export function Workspaces({
  page,
  connect,
}: {
  page: PageSession;
  /** How this browser is connected where it is not by a pasted link; then there is one server, whose page this is. */
  connect?: () => ComponentChildren;
}) {
  const [connecting, setConnecting] = useState(false);
  const state = page.state.value;
  if (!state) return null;
  const { link, place, places } = state;
  if (place === null) return <>{connect?.() ?? <ConnectForm page={page} again={false} />}</>;
  const shown = places.find(({ id }) => id === place);
  return (
    <>
      {places.length > 1 && (
        <ul class={css.rows}>
          {places.map(({ id, workspace, server }) => (
            <li key={id} class={css.row}>
              <span>
                {workspace} <span class={css.how}>{server}</span>
              </span>
              {id === place ? (
                <span class={css.how}>{m.pages_workspaces_current()}</span>
              ) : (
                <Button onClick={() => void page.client.call('switchPlace', { place: id })}>
                  {m.pages_workspaces_show({ workspace })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <LinkLine link={link} />
      {link.status === 'refused' && (connect?.() ?? <ConnectForm page={page} again />)}
      <MoreWorkspaces key={place} page={page} online={link.status === 'online'} />
      {connect ? null : connecting ? (
        <ConnectForm page={page} again={false} />
      ) : (
        <Button class={css.big} onClick={() => setConnecting(true)}>
          {m.pages_workspaces_another()}
        </Button>
      )}
      {shown && <RemoveWorkspace key={place} page={page} place={shown} waiting={link.waiting} />}
    </>
  );
}

import { CircleAlert, CloudOff, Lock, RefreshCw } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LinkState } from '../../messages/state.ts';
import { Strip } from '../../ui/Strip.tsx';
import { errorText } from './errorText.ts';
import css from './LinkStrips.module.css';
import { RetryTime } from './RetryTime.tsx';
import { useSession } from './session.ts';

/** Codes that say more than that nobody answers. */
const said: ReadonlySet<string> = new Set([
  'browser.full',
  'browser.outdated',
  'server.busy',
  'server.disk_full',
  'server.not_sidebook',
  'server.unexpected',
  'workspace.missing',
]);

const otherVersion: ReadonlySet<string> = new Set(['server.newer', 'server.older']);

/** How this browser stands with the server, where that is worth a line. */
export function LinkStrips() {
  const session = useSession();
  const state = session.state.value;
  const link = state?.link;
  if (!state || !link || link.status === 'unpaired') return null;
  return (
    <>
      {link.status === 'offline' && <Offline link={link} />}
      {link.status === 'refused' && otherVersion.has(link.code ?? '') && <Version link={link} />}
      {link.status === 'refused' && !otherVersion.has(link.code ?? '') && (
        <Strip
          tone="danger"
          role="alert"
          icon={<CircleAlert size={14} aria-hidden="true" />}
          action={
            !state.framed || session.openPanel ? (
              <button
                type="button"
                onClick={() => (state.framed ? session.openPanel?.() : session.open({ noun: 'connect' }))}
              >
                {m.sidebar_connect_again()}
              </button>
            ) : undefined
          }
        >
          {errorText(link.code ?? 'server.unexpected')}
        </Strip>
      )}
      {link.status === 'filling' && <Filling {...(link.filled ?? { done: 0, total: 0 })} />}
      {state.readOnly && (
        <Strip tone="plain" icon={<Lock size={14} aria-hidden="true" />}>
          {m.sidebar_read_only_role()}
        </Strip>
      )}
      {link.parked.length > 0 && (
        <Strip
          tone="warning"
          icon={<RefreshCw size={14} aria-hidden="true" />}
          action={
            session.cards.value.at(-1)?.noun !== 'parked' && (
              <button type="button" onClick={() => session.open({ noun: 'parked' })}>
                {m.sidebar_parked_show()}
              </button>
            )
          }
        >
          {m.sidebar_parked({ count: link.parked.length })}
        </Strip>
      )}
    </>
  );
}

/** Nothing that the user could connect anew: one of the two has to be brought up to date. */
function Version({ link }: { link: LinkState }) {
  const session = useSession();
  return (
    <Strip
      tone="warning"
      role="alert"
      icon={<CircleAlert size={14} aria-hidden="true" />}
      action={
        <button type="button" onClick={() => session.ask('syncNow', {})}>
          {m.sidebar_try_now()}
        </button>
      }
    >
      {errorText(link.code ?? 'server.unexpected')}
    </Strip>
  );
}

function Offline({ link }: { link: LinkState }) {
  const session = useSession();
  return (
    <Strip
      tone={link.code && said.has(link.code) ? 'warning' : 'plain'}
      role="status"
      icon={<CloudOff size={14} aria-hidden="true" />}
      action={
        <button type="button" onClick={() => session.ask('syncNow', {})}>
          {m.sidebar_try_now()}
        </button>
      }
    >
      {link.code && said.has(link.code) && `${errorText(link.code)} `}
      {link.waiting > 0 ? m.sidebar_offline_waiting({ count: link.waiting }) : m.sidebar_offline()}
      {link.retryAt && <RetryTime at={link.retryAt} />}
    </Strip>
  );
}

/** A first fill: what is here already can be used, and what is typed meanwhile is kept. */
function Filling({ done, total }: { done: number; total: number }) {
  const { locale } = useSession();
  const count = (n: number) => new Intl.NumberFormat(locale.value).format(n);
  return (
    <div class={css.filling}>
      <p id="filling">
        {total > 0
          ? m.sidebar_filling({ done: count(done), total: count(total) })
          : m.sidebar_filling_start()}{' '}
        {m.sidebar_filling_usable()}
      </p>
      <progress
        class={css.progress}
        aria-labelledby="filling"
        {...(total > 0 && { value: done, max: total })}
      />
    </div>
  );
}

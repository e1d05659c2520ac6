import { CircleAlert, CloudOff, RefreshCw } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Strip } from '../../ui/Strip.tsx';
import { errorText } from './errorText.ts';
import css from './LinkStrips.module.css';
import { useSession } from './session.ts';
import { verbText } from './verbText.ts';

/** How this browser stands with the server, where that is worth a line. */
export function LinkStrips() {
  const session = useSession();
  const link = session.state.value?.link;
  if (!link || link.status === 'unpaired') return null;
  const retry = (
    <button type="button" onClick={() => session.ask('syncNow', {})}>
      {m.words_retry()}
    </button>
  );
  return (
    <>
      {link.status === 'offline' && (
        <Strip tone="plain" role="status" icon={<CloudOff size={14} aria-hidden="true" />} action={retry}>
          {link.waiting > 0 ? m.sidebar_offline_waiting({ count: link.waiting }) : m.sidebar_offline()}
        </Strip>
      )}
      {link.status === 'refused' && (
        <Strip tone="danger" role="alert" icon={<CircleAlert size={14} aria-hidden="true" />} action={retry}>
          {errorText(link.code ?? 'server.unexpected')}
        </Strip>
      )}
      {link.status === 'filling' && <Filling {...(link.filled ?? { done: 0, total: 0 })} />}
      {link.parked.map((one) => (
        <Strip
          key={one.number}
          tone="warning"
          icon={<RefreshCw size={14} aria-hidden="true" />}
          action={
            session.canChange.value && (
              <>
                <button
                  type="button"
                  onClick={(event) =>
                    void session.change(event, () =>
                      session.client.call('retryParked', { number: one.number }),
                    )
                  }
                >
                  {m.words_retry()}
                </button>
                <button
                  type="button"
                  onClick={(event) =>
                    void session.change(event, () =>
                      session.client.call('discardParked', { number: one.number }),
                    )
                  }
                >
                  {m.words_discard()}
                </button>
              </>
            )
          }
        >
          {m.sidebar_not_accepted({ what: verbText(one.verb), why: errorText(one.code) })}
        </Strip>
      ))}
    </>
  );
}

function Filling({ done, total }: { done: number; total: number }) {
  const { locale } = useSession();
  const count = (n: number) => new Intl.NumberFormat(locale.value).format(n);
  return (
    <div class={css.filling}>
      <p id="filling">
        {total > 0
          ? m.sidebar_filling({ done: count(done), total: count(total) })
          : m.sidebar_filling_start()}
      </p>
      <progress
        class={css.progress}
        aria-labelledby="filling"
        {...(total > 0 ? { value: done, max: total } : {})}
      />
    </div>
  );
}

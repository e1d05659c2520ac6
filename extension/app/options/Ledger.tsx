import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LedgerEntry } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

const purposes: Record<LedgerEntry['purpose'], () => string> = {
  sync: m.pages_purpose_sync,
  pair: m.pages_purpose_pair,
  original: m.pages_purpose_original,
  card: m.capture_purpose_card,
};

/** Every request that was made, for the user to check. */
export function Ledger({ page }: { page: PageSession }) {
  const [entries, setEntries] = useState<LedgerEntry[] | null>(null);
  const read = () => void page.client.call('ledger', {}).then(setEntries);
  useEffect(read, [page]);
  if (!entries) return null;
  const locale = page.locale.value;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' });
  const bytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'narrow' });
  return (
    <>
      {entries.length === 0 ? (
        <p class={css.how}>{m.pages_ledger_none()}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        <section class={css.table} tabIndex={0} aria-label={m.pages_ledger_how()}>
          <table>
            <thead>
              <tr>
                <th scope="col">{m.pages_ledger_when()}</th>
                <th scope="col">{m.pages_ledger_what()}</th>
                <th scope="col">{m.pages_ledger_where()}</th>
                <th scope="col">{m.pages_ledger_status()}</th>
                <th scope="col">{m.pages_ledger_sent()}</th>
                <th scope="col">{m.pages_ledger_received()}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, at) => (
                <tr key={`${entry.at}/${at}`}>
                  <td>{when.format(entry.at)}</td>
                  <td>{purposes[entry.purpose]()}</td>
                  <td class={css.where}>
                    {entry.method} {entry.url}
                  </td>
                  <td>{entry.status ?? m.pages_ledger_no_answer()}</td>
                  <td>{bytes.format(entry.sent)}</td>
                  <td>{bytes.format(entry.received)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Button class={css.big} onClick={read}>
        {m.pages_ledger_refresh()}
      </Button>
    </>
  );
}

import type { Total } from '../../../shared/domain/deal/totals.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { moneyText } from '../../ui/money.ts';
import css from './Totals.module.css';

/** What a column comes to, a line a currency; `weighted`: and what is to be expected of it. */
export function Totals({ totals, weighted }: { totals: readonly Total[]; weighted: boolean }) {
  const locale = useSession().locale.value;
  if (totals.length === 0) return null;
  return (
    <ul class={css.totals}>
      {totals.map(({ currency, amountMinor, weightedMinor }) => (
        <li key={currency} class={css.total}>
          <span>{moneyText(amountMinor, currency, locale)}</span>
          {weighted && (
            <span class={css.weighted} title={m.board_weighted_title()}>
              {m.board_weighted({ amount: moneyText(weightedMinor, currency, locale) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

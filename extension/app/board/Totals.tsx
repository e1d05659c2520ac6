import { useState } from 'preact/hooks';
import type { Total } from '../../../shared/domain/deal/totals.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { classes } from '../../ui/classes.ts';
import { moneyText } from '../../ui/money.ts';
import css from './Totals.module.css';

/** More currencies than these wait behind a number. */
const shownFirst = 2;

/** What a column comes to, by currency; `weighted`: and what is to be expected of it. `inLine`: in a row. */
export function Totals({
  totals,
  weighted,
  inLine = false,
}: {
  totals: readonly Total[];
  weighted: boolean;
  inLine?: boolean;
}) {
  const locale = useSession().locale.value;
  const [all, setAll] = useState(false);
  if (totals.length === 0) return null;
  const folds = totals.length > shownFirst + 1;
  const shown = folds && !all ? totals.slice(0, shownFirst) : totals;
  const more = totals.length - shownFirst;
  return (
    <div class={classes(css.place, inLine && css.inLine)}>
      <ul class={css.totals}>
        {shown.map(({ currency, amountMinor, weightedMinor }) => (
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
      {folds && (
        <button
          type="button"
          class={css.more}
          aria-expanded={all}
          aria-label={all ? m.board_fewer_currencies() : m.board_more_currencies({ count: more })}
          title={totals
            .slice(shownFirst)
            .map(({ currency, amountMinor }) => moneyText(amountMinor, currency, locale))
            .join('\n')}
          onClick={() => setAll(!all)}
        >
          {all ? '–' : `+${more}`}
        </button>
      )}
    </div>
  );
}

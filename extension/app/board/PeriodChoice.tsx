import { type Period, periods } from '../../../shared/domain/deal/period.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import css from './Column.module.css';
import { useHands } from './hands.ts';

const texts: Record<Period, () => string> = { month: m.board_this_month, quarter: m.board_this_quarter };

/** Since when deals that are closed are shown; of both columns at once. */
export function PeriodChoice() {
  const { period, onPeriod } = useHands();
  return (
    <select
      class={css.period}
      aria-label={m.board_closed_in()}
      value={period}
      onChange={(event) => onPeriod(event.currentTarget.value as Period)}
    >
      {periods.map((one) => (
        <option key={one} value={one}>
          {texts[one]()}
        </option>
      ))}
    </select>
  );
}

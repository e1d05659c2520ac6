import type { Rhythm } from '../../../shared/domain/rhythm/rhythm.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Locale } from '../../messages/state.ts';
import { keepFormat } from '../../ui/keepFormat.ts';
import css from './Rhythm.module.css';

const width = 120;
const height = 28;
const middle = height / 2;
const step = width / 12;
const gap = 2;

const formatOf = keepFormat(
  (locale: Locale, month: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale, { month, year: 'numeric', timeZone: 'UTC' }),
);
const monthText = (month: string, locale: Locale, style: 'short' | 'long'): string =>
  formatOf(locale, style).format(new Date(`${month}T00:00:00Z`));

/** Twelve months: what came in stands above the line, what was sent below it. The same numbers stand in the table. */
export function Sparkline({ months, locale }: { months: Rhythm['months']; locale: Locale }) {
  const most = Math.max(1, ...months.flatMap(({ received, sent }) => [received, sent]));
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(1.5, (count / most) * (middle - 2)));
  const received = months.reduce((sum, month) => sum + month.received, 0);
  const sent = months.reduce((sum, month) => sum + month.sent, 0);
  return (
    <svg
      class={css.spark}
      role="img"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-label={m.rhythm_spark({ received, sent })}
    >
      <line class={css.axis} x1="0" x2={width} y1={middle} y2={middle} />
      {months.map(({ month, received, sent }, i) => (
        <g key={month}>
          <title>{m.rhythm_month({ month: monthText(month, locale, 'long'), received, sent })}</title>
          <rect class={css.reach} x={i * step} y="0" width={step} height={height} />
          <rect
            class={css.received}
            x={i * step + gap / 2}
            y={middle - 1 - heightOf(received)}
            width={step - gap}
            height={heightOf(received)}
          />
          <rect
            class={css.sent}
            x={i * step + gap / 2}
            y={middle + 1}
            width={step - gap}
            height={heightOf(sent)}
          />
        </g>
      ))}
    </svg>
  );
}

/** The sparkline's numbers, for whoever reads rather than looks. Empty months are left out. */
export function MonthTable({ months, locale }: { months: Rhythm['months']; locale: Locale }) {
  return (
    <table class={css.table}>
      <caption>{m.rhythm_table()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.rhythm_col_month()}</th>
          <th scope="col">{m.rhythm_col_received()}</th>
          <th scope="col">{m.rhythm_col_sent()}</th>
        </tr>
      </thead>
      <tbody>
        {months
          .filter(({ received, sent }) => received + sent > 0)
          .toReversed()
          .map(({ month, received, sent }) => (
            <tr key={month}>
              <th scope="row">{monthText(month, locale, 'short')}</th>
              <td>{received}</td>
              <td>{sent}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

import { foldText } from '../../../shared/kit/fold.ts';
import type { Table } from '../table.ts';
import { findDecimal } from '../values/amount.ts';
import { findDateOrder } from '../values/date-order.ts';
import type { ColumnGuess, Mapping } from './mapping.ts';
import type { Target } from './target.ts';

function* cellsOf(
  table: Table,
  columns: readonly ColumnGuess[],
  test: (target: Target) => boolean,
): Generator<string> {
  const wanted = columns.flatMap(({ target }, at) => (test(target) ? [at] : []));
  for (const row of table.rows) for (const at of wanted) if (row[at]) yield row[at];
}

const isDate = (target: Target): boolean =>
  /^(?:deal\.expectedClose|deal\.closedAt|interaction\.date)$/.test(target) ||
  /\.own\.|newField$/.test(target);

/** In which order days are written, from all columns of days. */
export function datesOf(
  table: Table,
  columns: readonly ColumnGuess[],
  country: string | null,
): Pick<Mapping, 'dateOrder' | 'dateCertain'> {
  const { order, certain } = findDateOrder(cellsOf(table, columns, isDate), country);
  return { dateOrder: order, dateCertain: certain };
}

/** Mobile numbers of China stand without a country code in most of its files. */
export function countryOf(table: Table, columns: readonly ColumnGuess[]): string | null {
  let [all, chinese] = [0, 0];
  for (const cell of cellsOf(table, columns, (target) => target.endsWith('.phone'))) {
    all += 1;
    if (/^1[3-9]\d{9}$/.test(cell.replace(/[\s-]/g, ''))) chinese += 1;
    if (all >= 500) break;
  }
  return chinese > 0 && chinese >= all * 0.6 ? 'CN' : null;
}

/** A file's running numbers are its own: files of other headers number other people. */
export const systemOf = (headers: readonly string[]): string => {
  let sum = 0;
  for (const character of headers
    .map((header) => foldText(header.trim()))
    .sort()
    .join('|'))
    sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
};

/** Which sign stands before the cents. */
export const decimalOf = (table: Table, columns: readonly ColumnGuess[]): Mapping['decimal'] =>
  findDecimal(cellsOf(table, columns, (target) => /\.amount$|\.own\.|newField$/.test(target)));

import type { OwnFieldKind } from '../../../shared/domain/rows.ts';
import { hostOf } from '../../../shared/identity/domain.ts';
import { isEmail } from '../../../shared/identity/email.ts';
import { currencyIn, readDecimal } from '../values/amount.ts';
import { readDate } from '../values/date.ts';
import { readEmails } from '../values/several.ts';
import { readYesNo } from '../values/words.ts';

/** What the cells of a column are, whatever its header says. */
export type Look =
  | 'email'
  | 'url'
  | 'domain'
  | 'phone'
  | 'date'
  | 'money'
  | 'number'
  | 'yes-no'
  | 'choice'
  | 'text'
  | 'empty';

const LOOKED_AT = 200;
/** A few cells of a column may be anything. */
const MOST = 0.8;
const CHOICES = 12;

const isUrl = (cell: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(cell) && hostOf(cell) !== null;
const isDomain = (cell: string): boolean =>
  /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(cell) && /[a-z]{2,}$/i.test(cell) && hostOf(cell) !== null;
const isPhone = (cell: string): boolean =>
  /^[+(]?[\d\s().\-/+]{6,24}(?:\s*(?:x|ext\.?|转|轉)\s*\d+)?$/i.test(cell) &&
  cell.replace(/\D/g, '').length >= 7 &&
  !/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(cell);
const isEmailCell = (cell: string): boolean =>
  isEmail(cell) || (cell.includes('@') && readEmails(cell).keys.length > 0);
const isMoney = (cell: string): boolean =>
  /\d/.test(cell) &&
  currencyIn(cell, null) !== null &&
  /[^\d.,\s-]/.test(cell) &&
  readDecimal(cell, '.') !== null;

/** The filled ones of the first cells of a column. */
export function firstCells(rows: readonly string[][], column: number): string[] {
  const cells: string[] = [];
  for (let at = 0; at < rows.length && at < 5_000 && cells.length < LOOKED_AT; at++) {
    const cell = rows[at]?.[column]?.trim();
    if (cell) cells.push(cell);
  }
  return cells;
}

export function lookOf(cells: readonly string[]): Look {
  if (cells.length === 0) return 'empty';
  const most = (test: (cell: string) => boolean) => cells.filter(test).length >= cells.length * MOST;
  if (most(isEmailCell)) return 'email';
  if (most(isUrl)) return 'url';
  if (most((cell) => readYesNo(cell) !== null && !/^\d+$/.test(cell))) return 'yes-no';
  if (most((cell) => /[-/.年:]|[a-z]{3}/i.test(cell) && readDate(cell, 'dmy') !== null)) return 'date';
  if (most(isMoney)) return 'money';
  if (
    most((cell) => /^[+0(]/.test(cell) || /[\s()-]/.test(cell) || /^1[3-9]\d{9}$/.test(cell)) &&
    most(isPhone)
  )
    return 'phone';
  if (most((cell) => readDecimal(cell, '.') !== null)) return 'number';
  if (most(isDomain)) return 'domain';
  const different = new Set(cells).size;
  if (cells.length >= 10 && different <= CHOICES && different <= cells.length / 3) return 'choice';
  return 'text';
}

/** The kind of an own field for such cells. */
export function kindOf(look: Look): OwnFieldKind {
  return look === 'yes-no' || look === 'date' || look === 'money' || look === 'number' || look === 'choice'
    ? look
    : 'text';
}

import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { Table } from '../table.ts';
import { plainHeader } from './header.ts';
import { firstCells } from './looks.ts';
import type { ColumnGuess } from './mapping.ts';
import type { Target } from './target.ts';

/** Words for the family name where a given name stands beside, and for the given where the family name does. */
const familyWords = /^(?:name|nom|apellidos?|姓名)$/;
const names =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{L}{1,3}\s+)?\p{Lu}[\p{L}\p{M}'’.-]*){1,3}|\p{Script=Han}{2,4}|[\p{Script=Hangul}]{2,4})$/u;

/** "Nom" beside "Prénom" is the family name; and a list without heads has names where names stand. */
export function nameless(columns: ColumnGuess[], table: Table, noun: ImportNoun): void {
  const at = (target: Target) => columns.findIndex((guess) => guess.target === target);
  const whole = at('contact.name');
  const plain = plainHeader(table.columns[whole]?.header ?? '');
  if (whole >= 0 && at('contact.givenName') >= 0 && at('contact.familyName') < 0 && familyWords.test(plain))
    columns[whole] = { target: 'contact.familyName', confidence: 'likely', basis: 'header' };
  if (whole >= 0 && at('contact.familyName') >= 0 && at('contact.givenName') < 0 && plain === 'nombre')
    columns[whole] = { target: 'contact.givenName', confidence: 'likely', basis: 'header' };
  const named: Target[] = ['contact.name', 'contact.givenName', 'contact.familyName'];
  if (noun !== 'contact' || named.some((target) => at(target) >= 0)) return;
  const free = columns.findIndex(({ basis }, column) => {
    if (basis !== 'none') return false;
    const cells = firstCells(table.rows, column);
    return cells.length > 0 && cells.filter((cell) => names.test(cell)).length >= cells.length * 0.7;
  });
  if (free >= 0) columns[free] = { target: 'contact.name', confidence: 'unsure', basis: 'values' };
}

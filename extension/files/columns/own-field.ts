import { limits } from '../../../shared/domain/limits.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import type { Table } from '../table.ts';
import { firstCells, kindOf, lookOf } from './looks.ts';
import type { NewField } from './mapping.ts';
import type { OwnNoun } from './target.ts';

/** An own field for a column that is none of ours: its label is the header, its kind what stands in it. */
export function newFieldOf(noun: OwnNoun, table: Table, column: number, taken: readonly string[]): NewField {
  const header = table.columns[column]?.header.trim() || `Column ${column + 1}`;
  const label = header.slice(0, limits.name);
  const kind = kindOf(lookOf(firstCells(table.rows, column)));
  const options = kind === 'choice' ? optionsOf(table, column) : [];
  return { noun, key: keyOf(label, taken), label, kind, options };
}

/** `Contract end` is `contract_end`; a label without Latin letters is named by its characters' numbers. */
export function keyOf(label: string, taken: readonly string[]): string {
  const latin = foldText(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '');
  const plain =
    latin.length >= 1
      ? latin
      : `f_${[...label].map((character) => (character.codePointAt(0) ?? 0).toString(36)).join('_')}`;
  const key = plain.slice(0, 56).replace(/_+$/, '');
  for (let at = 1; ; at++) {
    const next = at === 1 ? key : `${key}_${at}`;
    if (!taken.includes(next)) return next;
  }
}

function optionsOf(table: Table, column: number): string[] {
  const found = new Set<string>();
  for (const row of table.rows) {
    const cell = row[column]?.trim().slice(0, limits.name);
    if (cell) found.add(cell);
    if (found.size >= limits.choices) break;
  }
  return [...found];
}

import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { Table } from '../table.ts';
import { firstCells, lookOf } from './looks.ts';
import type { ColumnGuess, Confidence, Mapping, World } from './mapping.ts';
import { guessColumn } from './meaning.ts';
import { nameless } from './nameless.ts';
import { nounOfFile } from './noun.ts';
import { ourColumns } from './ours.ts';
import { newFieldOf } from './own-field.ts';
import { findProduct } from './product.ts';
import { isTarget, type OwnNoun, type Target } from './target.ts';
import { readHeader } from './words.ts';
import { countryOf, datesOf, decimalOf, systemOf } from './written.ts';

/** Targets that several columns may fill; of all others the best one counts. */
const several =
  /(?:\.email|\.phone|\.url|\.note|\.keys|\.contacts|\.domain|\.street|\.closedAt|\.(?:from|to)|interaction\.body|^ignore|\.newField)$/;

/** What each column of a file is, by its header, by what stands in it, and by whose export it is. */
export function guessColumns(table: Table, world: World, asked?: { noun?: ImportNoun }): Mapping {
  const headers = table.columns.map(({ header }) => header);
  const found = findProduct(headers);
  const reads = headers.map(readHeader);
  const looks = headers.map((_, column) => lookOf(firstCells(table.rows, column)));
  const ours = ourColumns(table);
  const noun = ours?.noun ?? asked?.noun ?? nounSaid(table) ?? found?.noun ?? nounOfFile(reads, looks);
  const columns = table.columns.map(({ header, target }, column): ColumnGuess => {
    const said = ours?.targets[column] ?? target;
    if (said !== undefined && isTarget(said))
      return { target: knownOwn(said, world), confidence: 'sure', basis: 'product' };
    const about = { found, noun, world };
    return guessColumn(header, reads[column] ?? null, looks[column] ?? 'empty', about, () =>
      firstCells(table.rows, column),
    );
  });
  if (!ours) {
    nameless(columns, table, noun);
    keepTheBest(columns, table);
  }
  const product = ours ? 'sidebook' : table.format === 'vcard' ? 'vcard' : (found?.product ?? null);
  // What the numbers look like says more than where the reader is.
  const country = countryOf(table, columns) ?? world.country;
  return {
    product,
    noun,
    system: product ?? `file-${systemOf(headers)}`,
    columns,
    ...datesOf(table, columns, country),
    decimal: ours ? '.' : decimalOf(table, columns),
    country,
    currency: world.currency,
  };
}

/** An own field of another workspace is none of this one. */
const knownOwn = (target: Target, { ownFields }: World): Target =>
  !target.includes('.own.') ||
  ownFields.some(({ noun, key, deletedAt }) => deletedAt === null && target === `${noun}.own.${key}`)
    ? target
    : 'ignore';

/** Of a file whose columns say what they are: what most of them are about. */
function nounSaid({ columns }: Table): ImportNoun | null {
  const targets = columns.flatMap(({ target }) => target ?? []);
  if (targets.length === 0) return null;
  const nouns = ['deal', 'interaction', 'contact', 'company'] as const;
  return nouns.find((noun) => targets.some((target) => target.startsWith(`${noun}.`))) ?? null;
}

const rank: Record<Confidence, number> = { sure: 2, likely: 1, unsure: 0 };

/** Of several columns with one target, the surest and fullest keeps it. */
function keepTheBest(columns: ColumnGuess[], table: Table): void {
  const best = new Map<string, number>();
  const filled = columns.map((_, column) => firstCells(table.rows, column).length);
  const beats = (one: number, other: number) =>
    Number((filled[one] ?? 0) > 0) - Number((filled[other] ?? 0) > 0) ||
    rank[columns[one]?.confidence ?? 'unsure'] - rank[columns[other]?.confidence ?? 'unsure'];
  for (const [at, { target }] of columns.entries()) {
    if (several.test(target)) continue;
    const holder = best.get(target);
    const loser = holder === undefined ? null : beats(at, holder) > 0 ? holder : at;
    if (loser !== at) best.set(target, at);
    if (loser !== null) columns[loser] = { target: 'ignore', confidence: 'unsure', basis: 'none' };
  }
}

/** The mapping with another target for one column. A target that only one column may have is taken from the other. */
export function setTarget(mapping: Mapping, column: number, target: Target, table: Table): Mapping {
  const [noun, field] = target.split('.') as [OwnNoun, string | undefined];
  const columns = mapping.columns.map((guess, at): ColumnGuess => {
    if (at !== column)
      return guess.target === target && !several.test(target)
        ? { target: 'ignore', confidence: 'unsure', basis: 'none' }
        : guess;
    const chosen: ColumnGuess = { target, confidence: 'sure', basis: 'chosen' };
    if (field !== 'newField') return chosen;
    const taken = mapping.columns.flatMap(({ newField }, other) =>
      newField && other !== column ? [newField.key] : [],
    );
    return { ...chosen, newField: newFieldOf(noun, table, column, taken) };
  });
  const decimal = mapping.product === 'sidebook' ? mapping.decimal : decimalOf(table, columns);
  return { ...mapping, columns, decimal, ...datesOf(table, columns, mapping.country) };
}

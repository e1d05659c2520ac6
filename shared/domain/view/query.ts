import * as z from 'zod/mini';
import { type View, viewNouns } from '../rows.ts';

// zod probes `new Function`, which extension pages forbid and report.
z.config({ jitless: true });

/** What a rule can ask of a field; which of them a kind of field knows stands in operators.ts. */
export const operators = [
  /** Any of the values; of a field that holds several, any of those. */
  'is',
  'isNot',
  'contains',
  'containsNot',
  'empty',
  'filled',
  'before',
  'after',
  /** Today or in so many days before it. */
  'inLast',
  /** Longer ago than that, or never. */
  'notInLast',
  /** Today or in so many days after it. */
  'inNext',
  'more',
  'less',
] as const;
export type Operator = (typeof operators)[number];

/**
 * One condition. Values by kind of field: a day as `YYYY-MM-DD` or `today`; a person as an id or `me`; money as
 * `EUR 129900`; a yes-no as 1 or 0; days for `inLast` and its like as a number.
 */
export type Rule = { field: string; op: Operator; values: (string | number)[] };
export type Sort = { field: string; descending: boolean };
/** `width` in px; null: as the field has it. */
export type ListColumn = { field: string; width: number | null };
export type ListNoun = View['noun'];

/**
 * What is listed and how: of a page, a saved view, an export. A row passes when of every group some rule holds:
 * groups are joined by "and", the rules in one by "or". Fields by name as in fields.ts, own ones as `own.<key>`.
 */
export type ListQuery = {
  noun: ListNoun;
  columns: ListColumn[];
  /** The first decides; the next where it says the same. */
  sort: Sort[];
  filters: Rule[][];
  /** Every word must begin one of the row's words, as in search. */
  text: string;
};

const field = z.string().check(z.minLength(1), z.maxLength(120));
const value = z.union([z.string().check(z.maxLength(300)), z.number()]);
export const listQuery = z.strictObject({
  noun: z.enum(viewNouns),
  columns: z
    .array(z.strictObject({ field, width: z.nullable(z.int().check(z.gte(40), z.lte(1_200))) }))
    .check(z.maxLength(60)),
  sort: z.array(z.strictObject({ field, descending: z.boolean() })).check(z.maxLength(3)),
  filters: z
    .array(
      z
        .array(
          z.strictObject({ field, op: z.enum(operators), values: z.array(value).check(z.maxLength(200)) }),
        )
        .check(z.minLength(1), z.maxLength(20)),
    )
    .check(z.maxLength(20)),
  text: z.string().check(z.maxLength(200)),
});

/** The query of a saved view; null where a newer release wrote what this one cannot read. */
export function queryOf(view: Pick<View, 'noun' | 'query'>): ListQuery | null {
  try {
    const read = z.safeParse(listQuery, JSON.parse(view.query));
    return read.success && read.data.noun === view.noun ? read.data : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

import { type View, viewNouns } from '../rows.ts';

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

type Shape = Record<string, (value: unknown) => boolean>;
/** These fields and no others. */
const has = (value: unknown, shape: Shape): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((name) => Object.hasOwn(shape, name)) &&
  Object.entries(shape).every(([name, fits]) => fits((value as Record<string, unknown>)[name]));
const list =
  (fits: (each: unknown) => boolean, most: number, least = 0) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(fits);
const text =
  (most: number, least = 0) =>
  (value: unknown) =>
    typeof value === 'string' && value.length >= least && value.length <= most;
const oneOf = (known: readonly unknown[]) => (value: unknown) => known.includes(value);

const rule: Shape = {
  field: text(120, 1),
  op: oneOf(operators),
  values: list((value) => text(300)(value) || Number.isFinite(value), 200),
};
const query: Shape = {
  noun: oneOf(viewNouns),
  columns: list(
    (column) =>
      has(column, {
        field: text(120, 1),
        width: (width) =>
          width === null || (Number.isInteger(width) && Number(width) >= 40 && Number(width) <= 1_200),
      }),
    60,
  ),
  sort: list(
    (sort) => has(sort, { field: text(120, 1), descending: (value) => typeof value === 'boolean' }),
    3,
  ),
  filters: list(
    list((each) => has(each, rule), 20, 1),
    20,
  ),
  text: text(200),
};

/** Whether a value is a query, in shape; by hand, because the first view of a page reads one and nothing else with a schema. */
export const isListQuery = (value: unknown): value is ListQuery => has(value, query);

/** The query of a saved view; null where a newer release wrote what this one cannot read. */
export function queryOf(view: Pick<View, 'noun' | 'query'>): ListQuery | null {
  try {
    const read: unknown = JSON.parse(view.query);
    return isListQuery(read) && read.noun === view.noun ? read : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

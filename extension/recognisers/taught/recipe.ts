/** One step of a path to an element: nothing in it is a selector's own text, so nothing can be smuggled into one. */
export type Step = {
  tag: string;
  /** Directly below the step before, else anywhere below. */
  child?: true;
  id?: string;
  classes?: string[];
  /** Beginnings of classes that a build tool ends by a hash. */
  prefixes?: string[];
  marks?: [string, string][];
  /** Among its siblings of the same tag, from 1. */
  nth?: number;
};
/** `line`: one line of the element's text, from 0; without it the whole. */
export type Way = { steps: Step[]; line?: number };
export const taughtFields = ['name', 'title', 'organisation'] as const;
export type TaughtField = (typeof taughtFields)[number];

/**
 * Where facts stand on the pages of a site. Each way has others behind it, for the day when the site is built anew.
 * `cards`: each person in an element of their own; `rows`: name, title, name, title ... without one; `page`: one.
 */
export type Shape = {
  v: 1;
  /** Path of the page; `*` stands for one part of it. */
  path: string;
  form: 'cards' | 'rows' | 'page';
  /** Ways to the cards; empty in the other forms. */
  cards: Step[][];
  fields: Partial<Record<TaughtField, Way[]>>;
  /** Fields that stand once on the page, not in each card. */
  shared: Partial<Record<TaughtField, Way[]>>;
};

/** A recipe as a page's reader is given it. `found`: how many it found, once it was read where it was shown. */
export type Taught = { id: string; kind: 'person' | 'company'; shape: Shape; found?: number };

const bounds = { steps: 8, ways: 4, words: 4, text: 20_000, path: 500, wide: 2 } as const;
const word = /^[\p{L}_][\p{L}\p{N}_-]{0,60}$/u;
const tagName = /^[a-z][a-z0-9-]{0,40}$/;
const markName = /^(?:itemprop|rel|role|property|data-[a-z0-9-]{1,40})$/;
const markValue = /^[\p{L}\p{N}_ .:/-]{1,80}$/u;

/** The shape that a stored text says; null where it says none, or anything beyond what a shape may be. */
export function readShape(text: string): Shape | null {
  if (text.length > bounds.text) return null;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  return isShape(given) ? given : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown, most: number, is: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every(is);
const only = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));
const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const maybe = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isCount = (least: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= 500;

function isShape(given: unknown): given is Shape {
  if (!isObject(given) || !only(given, ['v', 'path', 'form', 'cards', 'fields', 'shared'])) return false;
  const { v, path, form, cards, fields, shared } = given;
  return (
    v === 1 &&
    typeof path === 'string' &&
    path.startsWith('/') &&
    path.length <= bounds.path &&
    (form === 'cards' || form === 'rows' || form === 'page') &&
    listOf(cards, bounds.ways, isPath) &&
    (cards as unknown[]).length > 0 === (form === 'cards') &&
    isFields(fields) &&
    isFields(shared) &&
    ('name' in (fields as object) || 'organisation' in (fields as object))
  );
}

const isFields = (given: unknown): boolean =>
  isObject(given) &&
  only(given, taughtFields) &&
  Object.values(given).every((ways) => (ways as unknown[])?.length > 0 && listOf(ways, bounds.ways, isWay));

const isWay = (given: unknown): boolean =>
  isObject(given) &&
  only(given, ['steps', 'line']) &&
  maybe(given.line, isCount(0)) &&
  (listOf(given.steps, 0, isStep) || isPath(given.steps));

/** Steps that may stand anywhere below the one before are what makes a search long: there are few. */
const isPath = (given: unknown): boolean =>
  listOf(given, bounds.steps, isStep) &&
  (given as Step[]).length > 0 &&
  (given as Step[]).filter(({ child }) => !child).length <= bounds.wide;

function isStep(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { tag, child, id, classes, prefixes, marks, nth } = given;
  return (
    only(given, ['tag', 'child', 'id', 'classes', 'prefixes', 'marks', 'nth']) &&
    matches(tagName)(tag) &&
    maybe(child, (value) => value === true) &&
    maybe(id, matches(word)) &&
    maybe(classes, (value) => listOf(value, bounds.words, matches(word))) &&
    maybe(prefixes, (value) => listOf(value, bounds.words, matches(word))) &&
    maybe(marks, (value) => listOf(value, bounds.words, isMark)) &&
    maybe(nth, isCount(1))
  );
}

const isMark = (given: unknown): boolean =>
  Array.isArray(given) && given.length === 2 && matches(markName)(given[0]) && matches(markValue)(given[1]);

/** What may stand in a step. */
export const fits = {
  word: (text: string): boolean => word.test(text),
  tag: (text: string): boolean => tagName.test(text),
  mark: (name: string, value: string): boolean => markName.test(name) && markValue.test(value),
};

/** The steps as a selector. Words are of letters, digits, `_` and `-` alone, values are quoted and hold no quote. */
export const selectorOf = (steps: readonly Step[]): string =>
  steps
    .map(({ tag, child, id, classes = [], prefixes = [], marks = [], nth }, at) =>
      [
        at === 0 ? (child ? ':scope > ' : '') : child ? ' > ' : ' ',
        tag,
        id ? `#${id}` : '',
        ...classes.map((each) => `.${each}`),
        ...prefixes.map((each) => `[class*="${each}"]`),
        ...marks.map(([name, value]) => `[${name}="${value}"]`),
        nth ? `:nth-of-type(${nth})` : '',
      ].join(''),
    )
    .join('');

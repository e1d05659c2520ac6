import { addDays, isDay } from '../../kit/civil.ts';
import { foldText } from '../../kit/fold.ts';
import type { Id } from '../../kit/id.ts';
import type { Day, Instant } from '../rows.ts';
import type { FieldKind } from './fields.ts';
import { type Money, moneyOf } from './money.ts';
import { isComplete, operatorsOf } from './operators.ts';
import type { ListQuery, Rule } from './query.ts';

export type Link = { id: Id; text: string };
/** What a row says of a field: null or an empty list where it says nothing. */
export type FieldValue = string | number | null | readonly string[] | readonly Money[] | Link;

/** Whom and when a rule is asked for. */
export type Asked = {
  me: Id | null;
  today: Day;
  /** When a civil day begins where the user is. */
  startOf(day: Day): Instant;
};
export type Test = (value: FieldValue) => boolean;
type Fold = (text: string) => string;

const isNothing = (value: FieldValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);
const none: Test = () => false;
const not =
  (test: Test): Test =>
  (value) =>
    !test(value);

const textsOf = (value: FieldValue): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((each): each is string => typeof each === 'string');
  return typeof value === 'object' && value !== null && 'text' in value ? [value.text] : [];
};

function contains(rule: Rule, fold: Fold): Test {
  const needle = foldText(String(rule.values[0] ?? '').trim());
  return (value) => textsOf(value).some((text) => fold(text).includes(needle));
}
function isText(rule: Rule, fold: Fold): Test {
  const wanted = new Set(rule.values.map((value) => foldText(String(value).trim())));
  return (value) => textsOf(value).some((text) => wanted.has(fold(text)));
}
function isOneOf(rule: Rule, kind: FieldKind, asked: Asked): Test {
  const wanted = new Set<string | number>(
    rule.values.map((value) => (kind === 'person' && value === 'me' ? (asked.me ?? value) : value)),
  );
  return (value) => {
    if (Array.isArray(value)) return value.some((each) => typeof each === 'string' && wanted.has(each));
    if (typeof value === 'object' && value !== null) return 'id' in value && wanted.has(value.id);
    return value !== null && wanted.has(value);
  };
}

const dayIn = (value: string | number | undefined, today: Day): Day | null => {
  const day = value === 'today' ? today : value;
  return typeof day === 'string' && isDay(day) ? day : null;
};
const daysIn = (value: string | number | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 100_000
    ? Math.trunc(value)
    : null;

/** From the first day to the last, both within; null: without an end. */
type Span = { from: Day | null; to: Day | null };
function spansOf({ op, values }: Rule, today: Day): Span[] | null {
  if (op === 'inLast' || op === 'notInLast' || op === 'inNext') {
    const days = daysIn(values[0]);
    if (days === null) return null;
    return [
      op === 'inNext'
        ? { from: today, to: addDays(today, days) }
        : { from: addDays(today, -days), to: today },
    ];
  }
  const days = values.map((value) => dayIn(value, today));
  if (days.some((day) => day === null)) return null;
  const known = days as Day[];
  if (op === 'is') return known.map((day) => ({ from: day, to: day }));
  const [day = today] = known;
  return [op === 'before' ? { from: null, to: addDays(day, -1) } : { from: addDays(day, 1), to: null }];
}
function time(rule: Rule, kind: 'day' | 'instant', { today, startOf }: Asked): Test {
  const spans = spansOf(rule, today);
  if (!spans) return none;
  const bounds = spans.map(({ from, to }) =>
    kind === 'day'
      ? { from, until: to === null ? null : addDays(to, 1) }
      : { from: from === null ? null : startOf(from), until: to === null ? null : startOf(addDays(to, 1)) },
  );
  const within: Test = (value) =>
    !isNothing(value) &&
    bounds.some(
      ({ from, until }) =>
        (from === null || (value as string | number) >= from) &&
        (until === null || (value as string | number) < until),
    );
  return rule.op === 'notInLast' ? not(within) : within;
}

function number(rule: Rule): Test {
  const [limit] = rule.values;
  if (rule.op === 'is') return (value) => typeof value === 'number' && rule.values.includes(value);
  if (typeof limit !== 'number') return none;
  return (value) => typeof value === 'number' && (rule.op === 'more' ? value > limit : value < limit);
}

/** Amounts are compared within their currency: nobody knows the rate. */
function money(rule: Rule): Test {
  const wanted = rule.values.map(moneyOf);
  return (value) =>
    Array.isArray(value) &&
    wanted.some((limit) =>
      (value as readonly Money[]).some(
        ({ currency, minor }) =>
          limit !== null &&
          currency === limit.currency &&
          (rule.op === 'more'
            ? minor > limit.minor
            : rule.op === 'less'
              ? minor < limit.minor
              : minor === limit.minor),
      ),
    );
}

function positive(rule: Rule, kind: FieldKind, asked: Asked, fold: Fold): Test {
  if (rule.op === 'contains' || rule.op === 'containsNot') return contains(rule, fold);
  if (kind === 'day' || kind === 'instant') return time(rule, kind, asked);
  if (kind === 'number') return number(rule);
  if (kind === 'money') return money(rule);
  return kind === 'text' || kind === 'texts' ? isText(rule, fold) : isOneOf(rule, kind, asked);
}

/**
 * What a rule asks of a value. A rule that its kind of field does not know holds for nobody.
 * @param fold of a value; a list that has folded its texts already passes them as they are
 */
export function testOf(rule: Rule, kind: FieldKind, asked: Asked, fold: Fold = foldText): Test {
  if (!operatorsOf[kind].includes(rule.op)) return none;
  if (rule.op === 'empty') return isNothing;
  if (rule.op === 'filled') return not(isNothing);
  const test = positive(rule, kind, asked, fold);
  return rule.op === 'isNot' || rule.op === 'containsNot' ? not(test) : test;
}

/** The groups of rules that ask something: one that is still being put together lets everybody pass. */
export const completeGroups = (filters: ListQuery['filters']): Rule[][] =>
  filters.map((group) => group.filter(isComplete)).filter((group) => group.length > 0);

/** Whether a row passes, where its fields can be asked for one by one. */
export function passes(
  query: Pick<ListQuery, 'filters'>,
  kindOf: (field: string) => FieldKind | null,
  asked: Asked,
): (read: (field: string) => FieldValue) => boolean {
  const groups = completeGroups(query.filters).map((group) =>
    group.map((rule) => {
      const kind = kindOf(rule.field);
      return { field: rule.field, test: kind ? testOf(rule, kind, asked) : none };
    }),
  );
  return (read) => groups.every((group) => group.some(({ field, test }) => test(read(field))));
}

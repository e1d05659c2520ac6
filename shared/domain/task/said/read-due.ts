import { addDays, instantOf, wallOf } from '../../../kit/civil.ts';
import type { Task } from '../../rows.ts';
import { anchored, nextDay, type Repeat, writeRepeat } from '../repeat.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { clock, type Language, type Match, type Piece, partsOfDay, type Ref, type Rule } from './rule.ts';

export type ReadDue = Pick<Task, 'dueDay' | 'dueAt' | 'zone' | 'repeat'> & {
  /** What is left when the words of the date are taken out. */
  title: string;
};

const languages = [english, chinese];
/** Stands where something was read, so that what was apart stays apart. */
const gone = '\u0001';

/** "call Ada next tue 3pm", 下周二下午三点: takes the day, the time and the rule of repetition out of what was typed. */
export function readDue(
  typed: string,
  { now, zone, readerZone }: { now: number; zone: string; readerZone?: string | undefined },
): ReadDue {
  const ref: Ref = { today: wallOf(now, zone).day, now, zone, readerZone };
  let text = narrow(typed);
  const take = (of: keyof Language, also: (piece: Piece) => boolean = () => true): Piece => {
    const found = earliest(
      text,
      languages.flatMap((language) => language[of]),
      ref,
      also,
    );
    if (!found) return {};
    text = text.slice(0, found.index) + gone.repeat(found.length) + text.slice(found.index + found.length);
    return found.piece;
  };
  const repeated = take('repeat');
  const span = take('span');
  const dated = span.at === undefined ? take('day') : {};
  const isDated = dated.day !== undefined || repeated.repeat !== undefined;
  const timed = span.at === undefined ? take('time', ({ weak }) => !weak || isDated) : {};
  const due = when({ repeated, dated, timed, at: span.at, ref, zoneSaid: () => take('zone').zone });
  return { title: left(typed, text), ...due };
}

/** Full-width digits and colon are digits and colon; every character keeps its place. */
const narrow = (typed: string): string =>
  typed.replace(/[０-９：]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

type Found = { index: number; length: number; piece: Piece };

/** What is said first; of two that begin together the longer. */
function earliest(text: string, rules: Rule[], ref: Ref, also: (piece: Piece) => boolean): Found | null {
  let best: Found | null = null;
  for (const { pattern, read } of rules)
    for (const match of text.matchAll(pattern)) {
      // Blanks before a phrase are none of it.
      const index = match.index + (match[0].length - match[0].trimStart().length);
      const length = match[0].length - (index - match.index);
      if (length === 0 || (best && (index > best.index || (index === best.index && length <= best.length))))
        continue;
      const piece = read(Object.assign(match, { groups: match.groups ?? {} }) as Match, ref);
      if (piece && also(piece)) best = { index, length, piece };
    }
  return best;
}

type Said = {
  repeated: Piece;
  dated: Piece;
  timed: Piece;
  at: number | undefined;
  ref: Ref;
  zoneSaid: () => string | undefined;
};

function when({ repeated, dated, timed, at, ref, zoneSaid }: Said): Omit<ReadDue, 'title'> {
  const { today, now, zone: own } = ref;
  const rule = repeated.repeat ?? null;
  if (at !== undefined) {
    const { day } = wallOf(at, own);
    return { dueDay: day, dueAt: at, zone: own, repeat: ruleFrom(rule, day, wallOf(at, own).minutes) };
  }
  const minutes = minutesOf(timed, dated.part ?? repeated.part);
  const zone = minutes === null ? null : (zoneSaid() ?? own);
  const passed = minutes !== null && zone !== null && instantOf(today, minutes, zone) <= now;
  const first =
    dated.day ?? firstDay(rule, today, passed) ?? (minutes === null ? null : addDays(today, passed ? 1 : 0));
  if (first === null) return { dueDay: null, dueAt: null, zone: null, repeat: null };
  const dueDay = addDays(first, Math.floor((minutes ?? 0) / 1440));
  const dueAt = minutes === null || zone === null ? null : instantOf(dueDay, minutes % 1440, zone);
  return {
    dueDay,
    dueAt,
    zone: dueAt === null ? null : zone,
    repeat: ruleFrom(rule, dueDay, minutes === null ? null : minutes % 1440),
  };
}

/** The time that was said, in the part of the day that was said with it or with the day. */
function minutesOf(timed: Piece, partOfDay: Piece['part']): number | null {
  if (timed.minutes === undefined) {
    const part = timed.part ?? partOfDay;
    return part === undefined ? null : partsOfDay[part];
  }
  if (!timed.halfOpen || !partOfDay || timed.part) return timed.minutes;
  const hour = Math.floor(timed.minutes / 60);
  return clock(hour >= 13 ? hour - 12 : hour, timed.minutes % 60, partOfDay);
}

/** The first day of a rule, today among them unless its time has passed. */
function firstDay(rule: Repeat | null, today: string, passed: boolean): string | null {
  if (!rule) return null;
  const from = passed ? addDays(today, 1) : today;
  return nextDay({ ...rule, interval: 1 }, from, addDays(from, -1));
}

/** A rule that names no day takes it from the first one. */
function ruleFrom(rule: Repeat | null, day: string, minutes: number | null): string | null {
  if (!rule) return null;
  const bare = rule.weekdays.length === 0 && rule.nth === null && rule.monthDay === null;
  return writeRepeat({
    ...(bare ? { ...anchored(rule.frequency, day), interval: rule.interval } : rule),
    minutes,
  });
}

/** Han needs no blank where something was taken out. */
const amongHan = new RegExp(`(\\p{Script=Han})\\s*${gone}\\s*(?=\\p{Script=Han})`, 'gu');

/** The title: without what was read, and without the commas and blanks around it. */
function left(typed: string, text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; at++)
    if (text[at] !== gone) kept += typed[at];
    else if (!kept.endsWith(gone)) kept += gone;
  const title = kept
    .replace(amongHan, '$1')
    .replaceAll(gone, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:，；：、。-]+|[\s,;:，；：、-]+$/gu, '');
  return title || typed.trim();
}

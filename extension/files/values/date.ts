import type { Day } from '../../../shared/domain/rows.ts';

/** How three numbers of a date are read where the year is not first. */
export type DateOrder = 'dmy' | 'mdy';
/** A civil day, its time if there is one, and the zone's offset in minutes if it says one. */
export type DateRead = {
  day: Day;
  /** Seconds since midnight. */
  time: number | null;
  offset: number | null;
  /** Read the other way round it would be another day. */
  ambiguous: boolean;
};

const months = new Map<string, number>();
for (const [at, names] of [
  'jan january janvier januar enero janv ene gennaio',
  'feb february fevrier februar febrero fev fevr',
  'mar march mars marz maerz marzo mrz',
  'apr april avril abril avr abr aprile',
  'may mai mayo maggio',
  'jun june juin juni junio giugno',
  'jul july juillet juli julio juil luglio',
  'aug august aout agosto ago',
  'sep sept september septembre septiembre settembre',
  'oct october octobre oktober octubre okt ottobre',
  'nov november novembre noviembre',
  'dec december decembre dezember diciembre dez dic dicembre',
].entries())
  for (const name of names.split(' ')) months.set(name, at + 1);

const triple = /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})$/;
const chinese = /^(民国)?\s*(\d{1,4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s\-/]+([a-z]{3,})\.?[\s\-/,]+(\d{4}|\d{2})$/;
const monthFirst = /^([a-z]{3,})\.?[\s\-/]+(\d{1,2})(?:st|nd|rd|th)?,?[\s\-/]+(\d{4})$/;
const clock =
  /(?:^|[t\s,])(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d{1,3})?)\d*)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?$/;
const chineseClock =
  /(上午|下午|晚上|中午|早上|凌晨)?\s*(\d{1,2})\s*(?::|时|点)\s*(?:(\d{1,2})\s*分?)?(?:\s*:?\s*(\d{1,2})\s*秒?)?$/;

/** 1899-12-30: what Excel counts its days from, its leap year that never was included. */
const excelStart = Date.UTC(1899, 11, 30);

/** Reads a date as people, spreadsheets and programs write it; null where it is none. */
export function readDate(text: string, order: DateOrder): DateRead | null {
  const plain = plainDate(text);
  if (plain === '') return null;
  const number = /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
  if (number !== null) return fromNumber(number, plain);
  const { day, time, offset } = splitClock(plain);
  const parts = partsOf(day, order);
  if (!parts) return null;
  const made = dayOf(parts.year, parts.month, parts.day);
  return made === null ? null : { day: made, time, offset, ambiguous: parts.ambiguous };
}

const plainDate = (text: string): string =>
  text
    .trim()
    .slice(0, 80)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[國国]/g, '国')
    .replace(/時/g, '时')
    .replace(/點/g, '点')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]*\.?,?\s+/, '')
    .replace(/\s+de\s+/g, ' ')
    .replace(/\s*(?:星期|周|週)[一二三四五六日天]\s*/, ' ')
    .trim();

/** A serial day of Excel, an instant in seconds or ms, or 20240305. */
function fromNumber(number: number, digits: string): DateRead | null {
  const eight = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(digits);
  if (eight) {
    const day = dayOf(Number(eight[1]), Number(eight[2]), Number(eight[3]));
    return day === null ? null : { day, time: null, offset: null, ambiguous: false };
  }
  const instant =
    number >= 10_000 && number < 100_000
      ? excelStart + Math.round(number * 86_400) * 1_000
      : number >= 1e11 && number < 1e13
        ? number
        : number >= 1e8 && number < 1e10
          ? number * 1_000
          : null;
  if (instant === null) return null;
  const iso = new Date(instant).toISOString();
  const seconds = Math.floor((instant % 86_400_000) / 1_000);
  const serial = number < 100_000;
  const time = serial && Number.isInteger(number) ? null : (seconds + 86_400) % 86_400;
  return { day: iso.slice(0, 10), time, offset: serial ? null : 0, ambiguous: false };
}

function splitClock(text: string): { day: string; time: number | null; offset: number | null } {
  const found = clock.exec(text);
  if (found) {
    const [, hour, minute, second, half, zone] = found;
    const time = timeOf(hour, minute, second, half?.startsWith('p') ? 'pm' : half ? 'am' : null);
    return { day: text.slice(0, found.index).replace(/[\s,]+$/, ''), time, offset: offsetOf(zone) };
  }
  const behind = /[年月]/.test(text)
    ? text.search(/[日号]/)
    : text.search(/(?:上午|下午|晚上|中午|早上|凌晨)/) - 1;
  if (behind >= 0) {
    const cut = /[日号]/.test(text[behind] ?? '') ? behind + 1 : Math.max(0, behind + 1);
    const rest = chineseClock.exec(text.slice(cut).trim());
    if (rest) {
      const half =
        rest[1] && /下午|晚上/.test(rest[1]) ? 'pm' : rest[1] && /上午|早上|凌晨/.test(rest[1]) ? 'am' : null;
      return { day: text.slice(0, cut).trim(), time: timeOf(rest[2], rest[3], rest[4], half), offset: null };
    }
  }
  return { day: text, time: null, offset: null };
}

function timeOf(hour = '', minute = '0', second = '0', half: 'am' | 'pm' | null): number | null {
  let hours = Number(hour);
  if (half === 'pm' && hours < 12) hours += 12;
  if (half === 'am' && hours === 12) hours = 0;
  const [minutes, seconds] = [Number(minute), Number(second.replace(',', '.'))];
  return hours < 24 && minutes < 60 && seconds < 60 ? hours * 3_600 + minutes * 60 + seconds : null;
}

function offsetOf(zone: string | undefined): number | null {
  if (!zone) return null;
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!parts) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

type Parts = { year: number; month: number; day: number; ambiguous: boolean };

function partsOf(text: string, order: DateOrder): Parts | null {
  const three = triple.exec(text);
  if (three) return fromTriple(three[1] ?? '', three[3] ?? '', three[4] ?? '', order);
  const han = chinese.exec(text);
  if (han) {
    const year = Number(han[2]);
    // 民國113年 is 2024.
    return {
      year: han[1] ? year + 1_911 : fullYear(year),
      month: Number(han[3]),
      day: Number(han[4]),
      ambiguous: false,
    };
  }
  const first = dayFirst.exec(text);
  if (first) return named(first[3], first[2], first[1]);
  const second = monthFirst.exec(text);
  if (second) return named(second[3], second[1], second[2]);
  return null;
}

function named(year = '', name = '', day = ''): Parts | null {
  const month = months.get(name);
  return month ? { year: fullYear(Number(year)), month, day: Number(day), ambiguous: false } : null;
}

function fromTriple(a: string, b: string, c: string, order: DateOrder): Parts | null {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  if (a.length === 4) return { year: first, month: second, day: third, ambiguous: false };
  // 113/3/5: a year of the Republic of China.
  if (a.length === 3) return { year: first + 1_911, month: second, day: third, ambiguous: false };
  if (c.length === 3) return null;
  const year = fullYear(third);
  if (first > 12) return { year, month: second, day: first, ambiguous: false };
  if (second > 12) return { year, month: first, day: second, ambiguous: false };
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return { year, month, day, ambiguous: first !== second };
}

/** Two digits are of the hundred years that end twenty years from 2030. */
const fullYear = (year: number): number => (year >= 100 ? year : year < 50 ? 2_000 + year : 1_900 + year);

function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1_000 || year > 9_999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}

/** The instant of a read date: in its own zone, else in the zone of whoever imports. */
export function instantOf({ day, time, offset }: DateRead): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const seconds = time ?? 12 * 3_600;
  const ms = Math.round(seconds * 1_000);
  if (offset !== null) return Date.UTC(year, month - 1, date) + ms - offset * 60_000;
  // Not added to midnight: on the days of a clock change that would be another hour.
  return new Date(year, month - 1, date, 0, 0, 0, ms).getTime();
}

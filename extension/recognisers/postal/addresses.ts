import { formLast } from '../companies/legal-forms.ts';
import { countryOf, tellCountry } from '../country.ts';
import type { Line } from '../lines.ts';
import type { Page, Reading } from '../recogniser.ts';
import {
  type Convention,
  conventions,
  countries,
  eastern,
  label,
  lands,
  numbered,
  street,
} from './conventions.ts';

/** A postal address as it stood, and its parts as far as its country's convention tells them. */
export type PostalAddress = {
  text: string;
  street: string;
  city: string;
  region: string;
  postcode: string;
  country: string | null;
  /** The indices of its first and its last line. */
  from: number;
  to: number;
  /** Whether other words stand before it in its line: then it is theirs, and not what stands above. */
  isInline: boolean;
  confidence: number;
};

/** Addresses read from one page. */
const most = 60;
const longestLine = 300;
const longestStreet = 90;
/** Lines above the place that may be the street's: building, street, suite. */
const reach = 3;
/** What may be a place at all: cheap, for every line. */
const mayBe =
  /\d{4}|\d{2,3}[- ]\d{2,3}|[A-Z]\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|Co\. ?\p{Lu}|County |Dublin |[号號室楼路街県府都구로길]/u;

/** Postal addresses of the lines, in their order. */
export function* readAddresses(lines: readonly Line[], page: Page): Reading<PostalAddress[]> {
  const found: PostalAddress[] = [];
  const own = countryOf(page);
  for (const [at, { text }] of lines.entries()) {
    if (at % 100 === 0) yield;
    if (found.length >= most) break;
    if (text.length > longestLine || !mayBe.test(text)) continue;
    const last = found.at(-1);
    if (last && last.to >= at) continue;
    const one = easternIn(text, at) ?? westernIn(lines, at, own);
    if (one && one.text !== last?.text) found.push(one);
    yield;
  }
  const country = mostOf(found);
  if (country) tellCountry(page, country);
  return found;
}

/** The country of most of them, where their own convention or words tell it. */
function mostOf(found: readonly PostalAddress[]): string | null {
  const counts = new Map<string, number>();
  for (const { country } of found) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const easternSign = /[\p{Script=Han}\p{Script=Hangul}]/u;
const over =
  /\s*(?:邮编|郵編|郵遞區號|邮政编码|电话|電話|传真|傳真|手机|邮箱|联系|TEL|Tel|tel|FAX|Fax|T:|E-?mail|전화|팩스|版权|版權|©|备案|ICP).*$/u;

/** Sentences are longer than addresses. */
const longestEastern = 90;

function easternIn(text: string, at: number): PostalAddress | null {
  if (!easternSign.test(text)) return null;
  const labelled = label.exec(text);
  const rest = (labelled ? text.slice(labelled[0].length) : text).replace(over, '').trim();
  for (const { country, sign, parts } of eastern) {
    const found = sign.exec(rest.slice(0, longestLine));
    if (!found) continue;
    // It begins behind what ends a sentence or a label, and ends with the next.
    const head = /^.*[：:。；！？|｜]/u.exec(rest.slice(0, found.index))?.[0].length ?? 0;
    const [whole = ''] = rest.slice(head).split(/[。；！？|｜]/u, 1);
    const groups = parts.exec(whole.trim())?.groups;
    if (!groups || whole.length > longestEastern || (!labelled && whole.length > 60)) continue;
    const { street: road = '', city = '', region = '', postcode = '' } = groups;
    if (!labelled && !city && !region) continue;
    return {
      text: whole.trim(),
      street: road.trim(),
      city,
      region,
      postcode,
      country,
      from: at,
      to: at,
      isInline: head > 0,
      confidence: labelled ? 0.85 : 0.7,
    };
  }
  return null;
}

/** Ireland's places go by county; their postcode is rarely written. */
const county = /Co\. ?\p{Lu}|County |Dublin /u;

function westernIn(lines: readonly Line[], at: number, own: string | null): PostalAddress | null {
  const raw = lines[at]?.text ?? '';
  const line = raw.replace(label, '');
  const rows = rowsOf(line);
  for (const convention of conventions) {
    const { code } = convention;
    if (!convention.rows.some((length) => rows & (1 << length))) continue;
    let tries = 0;
    code.lastIndex = 0;
    for (let match = code.exec(line); match; match = code.exec(line)) {
      if (++tries > 4) break;
      const told = placeAt(line, match, convention);
      const one = told && addressOf(lines, at, line, told, own);
      if (one) return one;
    }
  }
  return null;
}

/** How long the rows of digits are, a bit for each length; none stands for a county. */
function rowsOf(line: string): number {
  let rows = county.test(line) ? 1 : 0;
  let length = 0;
  for (let at = 0; at <= line.length; at++) {
    const sign = line.charCodeAt(at);
    if (sign >= 48 && sign <= 57) length++;
    else if (length > 0) {
      rows |= 1 << Math.min(length, 30);
      length = 0;
    }
  }
  return rows;
}

type Place = {
  begin: number;
  end: number;
  postcode: string;
  city: string;
  region: string;
  country: string | null;
  sure: boolean;
};

/** The place that a postcode stands in, by its country's convention. */
function placeAt(line: string, match: RegExpExecArray, convention: Convention): Place | null {
  const { country, before, behind, sure = false } = convention;
  const end = match.index + match[0].length;
  const left = before?.exec(line.slice(Math.max(0, match.index - 70), match.index));
  const right = behind?.exec(line.slice(end, end + 70));
  // Britain's postcode may stand alone in its line; an Irish county has none.
  const isAlone = country === 'GB' || country === 'IE';
  if (!left && !right && !isAlone) return null;
  const { city = '', region = '' } = { ...left?.groups, ...right?.groups };
  const land = match.groups?.land;
  const digits = land ? match[0].slice(land.length).replace(/^[- ]+/, '') : match[0];
  return {
    begin: match.index - (left?.[0].length ?? 0),
    end: end + (right?.[0].length ?? 0),
    postcode: country === 'IE' ? '' : digits,
    city,
    region: country === 'IE' ? match[0] : region,
    country: land ? (lands[land] ?? land) : country,
    sure,
  };
}

function addressOf(
  lines: readonly Line[],
  at: number,
  line: string,
  { begin, end, sure, ...told }: Place,
  own: string | null,
): PostalAddress | null {
  const before = line.slice(0, begin);
  const roads = streetBefore(before, at) ?? streetAbove(lines, at, before);
  if (!roads || !/\d/.test(roads.text)) return null;
  const isStreet = street.test(roads.text);
  if (!isStreet && !(sure && numbered.test(roads.text))) return null;
  const closing = countryBehind(line.slice(end), lines[at + 1]?.text ?? '');
  const towns = roads.towns ?? [];
  // Two towns above what is no postcode by itself are more likely a list of places.
  if (towns.length > 0 && !sure) return null;
  const parts = [roads.text, ...towns, line.slice(begin, end).trim(), ...(closing ? [closing.text] : [])];
  return {
    ...told,
    city: told.city || (towns[0] ?? ''),
    text: parts.join(', '),
    street: roads.text,
    country: closing?.country ?? told.country ?? own,
    from: roads.from,
    to: closing?.below ? at + 1 : at,
    isInline: roads.isInline,
    confidence: sure && isStreet ? 0.8 : 0.65,
  };
}

type Roads = { text: string; from: number; towns?: string[]; isInline: boolean };

/** Rooms and buildings, which stand before the street's number. */
const within =
  /^(?:suite|ste|unit|floor|fl|room|level|building|bldg|block|p\.? ?o\.? ?box|po box|\d+(?:st|nd|rd|th) floor|no\.?)(?![\p{L}])/iu;

/** The street before the place in one line: from the first part that is one by its words and its number. */
function streetBefore(before: string, at: number): Roads | null {
  const head = before.slice(before.lastIndexOf(': ') + 1).replace(/[\s,;|•·–-]+$/u, '');
  const parts = head.split(/\s*[,;|•·♦]\s*|\s+[–-]\s+/u).filter(Boolean);
  const first = parts.findIndex(
    (part) => (street.test(part) && /\d/.test(part)) || numbered.test(part) || within.test(part),
  );
  if (first < 0 || parts.length - first > 5) return null;
  const text = parts.slice(first).join(', ');
  return text.length <= longestStreet ? { text, from: at, isInline: first > 0 } : null;
}

/** A town or county in a line of its own. */
const townLine = /^\p{Lu}[\p{L}.'’ -]{2,28}$/u;

/** The street in the lines above the place, towns in lines of their own between; `towns` where there are some. */
function streetAbove(lines: readonly Line[], at: number, before: string): Roads | null {
  const left = before.replace(/[\s,;|•·–-]+$/gu, '');
  if (left.length > 30 || (left && !townLine.test(left))) return null;
  const roads: string[] = [];
  const towns: string[] = left ? [left] : [];
  let from = at;
  for (let up = at - 1; up >= Math.max(0, at - reach - towns.length); up--) {
    const text = (lines[up]?.text ?? '').replace(/,$/, '');
    if (text.length > longestStreet || /@|https?:/.test(text)) break;
    const bare = text.replace(label, '');
    if (formLast.test(bare)) break;
    if (!street.test(bare) && !numbered.test(bare)) {
      if (roads.length > 0 || towns.length >= 2 || !townLine.test(bare)) break;
      towns.unshift(bare);
      continue;
    }
    if (/^(?:tel|phone|fax|t|f|p|telefon|tél)\b/i.test(bare) || /\d{3}[-. )]+\d{3}[-. ]\d{4}/.test(bare))
      break;
    roads.unshift(bare);
    from = up;
    if (bare !== text) break;
  }
  return roads.length > 0 ? { text: roads.join(', '), from, towns, isInline: false } : null;
}

function countryBehind(
  rest: string,
  below: string,
): { text: string; country: string; below: boolean } | null {
  for (const [text, isBelow] of [
    [rest, false],
    [below, true],
  ] as const) {
    const name = text.replace(/^[\s,;.|–-]+|[\s.;|]+$/gu, '');
    const country = name.length <= 30 ? countries[name.toLowerCase()] : undefined;
    if (country) return { text: name, country, below: isBelow };
    if (!isBelow && name) return null;
  }
  return null;
}

import type { Company } from './company.ts';
import { sameEnd, typos } from './letters.ts';
import type { Person } from './person.ts';

/** How two records stand: a level a field, and how rare a value is that both have (0: not asked; n: one in 4^n). */
export type Compared = { level: Uint8Array; rare: Uint8Array };
export const newCompared = (): Compared => ({ level: new Uint8Array(12), rare: new Uint8Array(12) });

/** What share of the rows that have a field have this value. */
export type Rarity = (field: string, value: string) => number;
const rareOf = (rarity: Rarity, field: string, value: string): number =>
  Math.max(1, Math.min(9, Math.round(-Math.log2(rarity(field, value)) / 2)));

/** Of two forms of a name the commoner one counts. */
const commoner = (rarity: Rarity, field: string, a: string, b: string): number =>
  a === b ? rareOf(rarity, field, a) : Math.min(rareOf(rarity, field, a), rareOf(rarity, field, b));

const meets = (a: readonly string[], b: readonly string[]): boolean => {
  for (const each of a) if (b.includes(each)) return true;
  return false;
};

/** One letter is an initial; one Han character is a name. */
const isLetter = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u;

/** 1 same, 2 another form of it, 3 close, 4 an initial of it, 5 alike, 6 different; 0: not known of both. */
function nameLevel(a: string, b: string, formsA: readonly string[], formsB: readonly string[]): number {
  if (!a || !b) return 0;
  if (a === b) return 1;
  if (meets(formsA, formsB)) return 2;
  if ((a.length === 1 && isLetter.test(a)) || (b.length === 1 && isLetter.test(b)))
    return a[0] === b[0] ? 4 : 6;
  const longer = Math.max(a.length, b.length);
  if (longer < 3) return 6;
  const limit = longer >= 8 ? 3 : longer >= 5 ? 2 : 1;
  const distance = typos(a, b, limit);
  if (distance === 1) return longer === 3 ? 5 : 3;
  if (distance === 2 && longer >= 7) return 3;
  if (distance <= limit) return 5;
  return 6;
}

/** Several given names are as one where the first is; "Mary" and "Mary Jane" may be one. */
function givenLevel(a: Person, b: Person, givenA: string, givenB: string): number {
  const level = nameLevel(givenA, givenB, a.givenForms, b.givenForms);
  if (level !== 6 || givenA !== a.given || givenB !== b.given) return level;
  const [first, other] = [a.givenFirst, b.givenFirst];
  if (first === givenA && other === givenB) return level;
  return first.length > 1 && first === other
    ? 3
    : first.length === 1 || other.length === 1
      ? first[0] === other[0]
        ? 4
        : 6
      : level;
}

const fits = (level: number): boolean => level > 0 && level < 5;

function compareNames(a: Person, b: Person, rarity: Rarity, { level, rare }: Compared): void {
  let given = givenLevel(a, b, a.given, b.given);
  let family = nameLevel(a.family, b.family, a.familyForms, b.familyForms);
  // Given and family name exchanged, in one of the two.
  let [otherGiven, otherFamily] = [b.given, b.family];
  if (!fits(given) && !fits(family)) {
    const crossGiven = nameLevel(a.given, b.family, a.givenForms, b.familyForms);
    const crossFamily = nameLevel(a.family, b.given, a.familyForms, b.givenForms);
    const lone = (!a.given || !a.family || !b.given || !b.family) && (crossGiven === 1 || crossFamily === 1);
    if ((fits(crossGiven) && fits(crossFamily)) || lone) {
      [given, family] = [crossGiven, crossFamily];
      [otherGiven, otherFamily] = [b.family, b.given];
    }
  }
  level[0] = given;
  level[1] = family;
  if (given === 1 || given === 2) rare[0] = commoner(rarity, 'given', a.given, otherGiven);
  if (family === 1 || family === 2) rare[1] = commoner(rarity, 'family', a.family, otherFamily);
}

function emailLevel(a: Person, b: Person): number {
  if (a.emails.length === 0 || b.emails.length === 0) return 0;
  if (meets(a.emails, b.emails)) return 1;
  let best = 4;
  for (const [at, one] of a.locals.entries())
    for (const [to, other] of b.locals.entries()) {
      if (one.length < 4 || other.length < 4) continue;
      const same = one === other;
      if (!same && (Math.min(one.length, other.length) < 6 || typos(one, other, 2) > 2)) continue;
      // Whose address is made of the name says that twice.
      if (a.named[at] || b.named[to]) best = Math.min(best, 0);
      else if (same) return 2;
      else best = Math.min(best, 3);
    }
  return best;
}

/** 1 same, 2 one digit off, 3 the same line but for its end, 4 different. */
function phoneLevel(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  let best = 4;
  for (const one of a)
    for (const other of b) {
      if (one === other) return 1;
      const least = Math.min(one.length, other.length);
      // With and without its country's code.
      if (least >= 7 && sameEnd(one, other) >= Math.min(9, least)) return 1;
      if (least < 7 || Math.abs(one.length - other.length) > 1) continue;
      if (typos(one, other, 1) === 1) best = Math.min(best, one.slice(0, -2) === other.slice(0, -2) ? 3 : 2);
      else if (one.length === other.length && one.slice(0, -3) === other.slice(0, -3))
        best = Math.min(best, 3);
    }
  return best;
}

/** How much of two texts' words is the same; a word with a typing error counts half, a rare word more. */
function sharedWords(a: readonly string[], b: readonly string[], rarity: Rarity): number {
  let all = 0;
  let shared = 0;
  const left = [...b];
  const odd: string[] = [];
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) {
      odd.push(word);
      continue;
    }
    left.splice(at, 1);
    const weight = wordWeight(word, rarity);
    all += weight * 2;
    shared += weight * 2;
  }
  for (const word of odd) {
    let at = -1;
    if (word.length >= 3)
      at = left.findIndex(
        (other) =>
          other.length >= 3 && typos(word, other, word.length >= 8 ? 2 : 1) <= (word.length >= 8 ? 2 : 1),
      );
    const weight = wordWeight(word, rarity);
    all += weight;
    if (at < 0) continue;
    const other = wordWeight(left[at] ?? '', rarity);
    left.splice(at, 1);
    all += other;
    shared += (weight + other) * 0.75;
  }
  for (const word of left) all += wordWeight(word, rarity);
  return all === 0 ? 0 : shared / all;
}
const wordWeight = (word: string, rarity: Rarity): number =>
  Math.max(1, Math.min(12, -Math.log2(rarity('word', word))));

function wordsLevel(
  a: readonly string[],
  b: readonly string[],
  rarity: Rarity,
  limits: readonly number[],
): number {
  if (a.length === 0 || b.length === 0) return 0;
  const shared = sharedWords(a, b, rarity);
  const at = limits.findIndex((limit) => shared >= limit);
  return at < 0 ? limits.length + 1 : at + 1;
}

function dateLevel(a: string, b: string): number {
  if (!a || !b) return 0;
  if (a === b) return 1;
  if (typos(a, b, 2) <= 1) return 2;
  const exchanged = a.slice(0, 4) + a.slice(6, 8) + a.slice(4, 6);
  return exchanged === b ? 2 : 3;
}

const systemOf = (handle: string): string =>
  handle.startsWith('external:') ? handle.slice(0, handle.indexOf(':', 9)) : (handle.split('/')[2] ?? handle);
function handleLevel(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (meets(a, b)) return 1;
  return meets(a.map(systemOf), b.map(systemOf)) ? 2 : 0;
}

export function comparePersons(a: Person, b: Person, rarity: Rarity, into: Compared): Compared {
  const { level, rare } = into;
  rare.fill(0);
  compareNames(a, b, rarity, into);
  level[2] = emailLevel(a, b);
  const host = a.hosts.find((each) => b.hosts.includes(each));
  // One address says its domain as well.
  level[3] = level[2] === 1 || a.hosts.length === 0 || b.hosts.length === 0 ? 0 : host ? 1 : 2;
  if (host && level[3] === 1) rare[3] = rareOf(rarity, 'domain', host);
  level[4] = phoneLevel(a.phones, b.phones);
  level[5] = companyLevel(a, b);
  if (level[5] === 1)
    rare[5] = rareOf(rarity, 'company', a.companyId && a.companyId === b.companyId ? a.companyId : a.company);
  level[6] = wordsLevel(a.words, b.words, rarity, [0.82, 0.6, 0.35]);
  level[7] =
    a.title.length === 0 || b.title.length === 0 ? 0 : wordsLevel(a.title, b.title, flat, [0.95, 0.5]);
  level[8] = dateLevel(a.birthday, b.birthday);
  level[9] = handleLevel(a.handles, b.handles);
  return into;
}
const flat: Rarity = () => 0.5;

function companyLevel(a: Person, b: Person): number {
  if (a.companyId && a.companyId === b.companyId) return 1;
  if (!a.company || !b.company) return 0;
  if (a.company === b.company) return 1;
  const [short, long] = a.company.length < b.company.length ? [a.company, b.company] : [b.company, a.company];
  if (short.length >= 4 && long.startsWith(short)) return 2;
  return short.length >= 5 && typos(short, long, 2) <= (long.length >= 9 ? 2 : 1) ? 2 : 3;
}

export function compareCompanies(a: Company, b: Company, rarity: Rarity, into: Compared): Compared {
  const { level, rare } = into;
  rare.fill(0);
  level[0] = firmLevel(a, b);
  if (level[0] === 1) rare[0] = rareOf(rarity, 'name', a.core);
  level[1] = domainLevel(a, b);
  level[2] = phoneLevel(a.phones, b.phones);
  level[3] = a.city && b.city ? (a.city === b.city ? 1 : 2) : 0;
  level[4] = a.country && b.country ? (a.country === b.country ? 1 : 2) : 0;
  level[5] = handleLevel(a.handles, b.handles);
  return into;
}

/** 1 same but for its legal form, 2 close, 3 the beginning or the initials of it, 4 alike, 5 different. */
function firmLevel(a: Company, b: Company): number {
  if (!a.core || !b.core) return 0;
  if (a.core === b.core) return 1;
  const longer = Math.max(a.core.length, b.core.length);
  const limit = longer >= 9 ? 2 : longer >= 5 ? 1 : 0;
  if (limit > 0 && typos(a.core, b.core, limit) <= limit) return 2;
  const [few, many] = a.words.length < b.words.length ? [a, b] : [b, a];
  const initials = many.words.map((word) => word[0]).join('');
  if (many.words.length >= 3 && few.core === initials) return 2;
  if (few.words.every((word, at) => many.words[at] === word)) return 3;
  return longer >= 8 && typos(a.core, b.core, 3) <= 3 ? 4 : 5;
}

/** 1 same, 2 the same label under another ending, 3 nearly the same label, 4 different. */
function domainLevel(a: Company, b: Company): number {
  if (a.domains.length === 0 || b.domains.length === 0) return 0;
  if (meets(a.domains, b.domains)) return 1;
  if (meets(a.labels, b.labels)) return 2;
  const close = a.labels.some(
    (one) => one.length >= 6 && b.labels.some((other) => other.length >= 6 && typos(one, other, 1) === 1),
  );
  return close ? 3 : 4;
}

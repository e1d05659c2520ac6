import { readableLabel } from '../punycode.ts';
import { registrableOf } from '../registrable.ts';
import type { Difference, LookAlike } from './difference.ts';
import { characterDifferences, letterDifference, singly, skeleton, without } from './skeleton.ts';

/** Words that make somebody's domain out of another's: "acme-billing.com". */
const baits = new Set(
  (
    'account accounts admin alert app auth bank billing card care center claim client cloud confirm connect contact corp ' +
    'customer customers delivery desk direct email finance global group help helpdesk hq hr id inc info invoice invoices ' +
    'intl international jobs legal login ltd mail mailer mobile my news notice office official online orders pay payment ' +
    'payments payroll portal post recovery refund safe sales secure security services service shop signin sso store ' +
    'support survey team tech trust update us verify web'
  ).split(' '),
);

/** The name that somebody registered, its ending, and what stands in front; readable, lower case. */
type Parts = { host: string; main: string; ending: string; front: string };

function partsOf(host: string): Parts {
  const readable = host.slice(0, 253).toLowerCase().split('.').map(readableLabel).join('.');
  const labels = readable.split('.');
  const size = (registrableOf(host.toLowerCase()) ?? host).split('.').length;
  const own = labels.slice(-size);
  return {
    host: readable,
    main: own[0] ?? '',
    ending: own.slice(1).join('.'),
    front: labels.slice(0, -size).join('.'),
  };
}

/** Words of a label: at hyphens, and where a bait begins or ends it. */
function wordsOf(main: string): string[][] {
  const words = main.split('-').filter(Boolean);
  const ways = [words];
  if (words.length === 1)
    for (const size of [2, 3, 4, 5, 6, 7, 8]) {
      const rest = main.length - size;
      if (rest < 4) break;
      if (baits.has(main.slice(rest))) ways.push([main.slice(0, rest), main.slice(rest)]);
      if (baits.has(main.slice(0, size))) ways.push([main.slice(0, size), main.slice(size)]);
    }
  return ways;
}
/** What of a name is left when words of it are taken away at either end. */
function coresOf(main: string): Set<string> {
  const cores = new Set<string>();
  for (const words of wordsOf(main).slice(0, 6))
    for (let from = 0; from < Math.min(words.length, 5); from++)
      for (let to = from + 1; to <= Math.min(words.length, from + 5); to++) {
        const core = words.slice(from, to).join('');
        if (core.length > 2) cores.add(skeleton(core));
      }
  return cores;
}

/**
 * Two hosts can look alike only if they share one of these; an index of known hosts holds theirs, and a host that is
 * seen is compared with the few that it meets there. About twenty a host.
 */
export function domainKeys(host: string): string[] {
  const { main, host: readable } = partsOf(host);
  const plain = main.replaceAll('-', '');
  const keys = new Set<string>();
  for (const bare of new Set([skeleton(plain), singly(plain)])) {
    keys.add(`d ${bare}`);
    if (bare.length > 3 && bare.length < 40) for (const one of without(bare)) keys.add(`d ${one}`);
  }
  for (const core of coresOf(main)) keys.add(`w ${core}`);
  const labels = readable.split('.').slice(-6);
  for (let from = 0; from < labels.length; from++)
    for (let to = from + 2; to <= labels.length; to++) keys.add(`h ${labels.slice(from, to).join('.')}`);
  return [...keys];
}

/** What makes `seen` pass for the known host though it is another; null where it does not, or is a part of it. */
export function lookAlikeDomain(seen: string, known: string): LookAlike | null {
  const [a, b] = [partsOf(seen), partsOf(known)];
  if (!a.main || !b.main || (a.main === b.main && a.ending === b.ending)) return null;
  const start = a.front ? a.front.length + 1 : 0;
  const moved = (difference: Difference): Difference => ({
    ...difference,
    from: difference.from + start,
    to: difference.to + start,
  });
  const told = (differences: Difference[], risk: number): LookAlike => ({
    seen: a.host,
    known: b.main + (b.ending ? `.${b.ending}` : ''),
    differences:
      a.ending === b.ending || differences.some(({ how }) => how === 'ending' || how === 'inside')
        ? differences
        : [...differences, endingOf(a, b, start)],
    risk: a.ending === b.ending ? risk : risk * 0.85,
  });
  const full = `${b.main}.${b.ending}`;
  const inside = `.${a.front}.`.indexOf(`.${full}.`);
  if (inside >= 0)
    return told([{ how: 'inside', seen: full, known: full, from: inside, to: inside + full.length }], 0.95);
  if (a.main === b.main) return told([endingOf(a, b, start)], 0.45);
  const [looksA, looksB] = [skeleton(a.main), skeleton(b.main)];
  if (looksA === looksB) {
    const isForeign = /[^\x20-\x7e]/.test(a.main) && !/[^\x20-\x7e]/.test(b.main);
    return told(characterDifferences(a.main, b.main).map(moved), isForeign ? 0.98 : 0.9);
  }
  const [bareA, bareB] = [a.main.replaceAll('-', ''), b.main.replaceAll('-', '')];
  if (skeleton(bareA) === skeleton(bareB)) {
    const at = a.main.indexOf('-');
    const difference = at < 0 ? letterDifference(a.main, b.main) : letterDifference(a.main, b.main);
    const sign: Difference = {
      how: 'signs',
      seen: at < 0 ? '' : '-',
      known: at < 0 ? '-' : '',
      from: difference?.from ?? Math.max(at, 0),
      to: difference?.to ?? Math.max(at + 1, 0),
    };
    return told([moved(sign)], 0.8);
  }
  const isShort = Math.min(bareA.length, bareB.length) < 5;
  if (Math.min(bareA.length, bareB.length) > 3 && (!isShort || a.ending === b.ending)) {
    const letter = letterDifference(a.main, b.main) ?? letterDifference(looksA, looksB);
    if (letter) return told([moved(clamped(letter, a.main))], isShort ? 0.6 : 0.8);
  }
  const words = wordDifference(a.main, b.main);
  return words ? told([moved(words)], baits.has(words.seen || words.known) ? 0.85 : 0.6) : null;
}

const endingOf = (a: Parts, b: Parts, start: number): Difference => {
  const from = start + a.main.length + 1;
  return { how: 'ending', seen: a.ending, known: b.ending, from, to: from + a.ending.length };
};
const clamped = (difference: Difference, text: string): Difference => ({
  ...difference,
  seen: text.slice(difference.from, difference.to),
  from: Math.min(difference.from, text.length),
  to: Math.min(difference.to, text.length),
});

/** One is the other with words before or behind it. */
function wordDifference(a: string, b: string): Difference | null {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const core = skeleton(short.replaceAll('-', ''));
  if (core.length < 3 || !coresOf(long).has(core)) return null;
  const isAdded = long === a;
  const ways = wordsOf(long);
  const isSet = (from: number, to: number, words: string[]): boolean =>
    skeleton(words.slice(from, to).join('')) === core;
  for (const words of ways)
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= words.length; to++) {
        if (!isSet(from, to, words)) continue;
        const added = [...words.slice(0, from), ...words.slice(to)].join('-');
        const isBehind = from === 0;
        const other = isBehind ? words.slice(to).join('-') : words.slice(0, from).join('-');
        const at = isBehind ? long.length - other.length : 0;
        return isAdded
          ? { how: 'words', seen: added, known: '', from: at, to: at + other.length }
          : {
              how: 'words',
              seen: '',
              known: added,
              from: isBehind ? a.length : 0,
              to: isBehind ? a.length : 0,
            };
      }
  return null;
}

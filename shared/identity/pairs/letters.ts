const most = 40;
const rows = [new Uint8Array(most + 1), new Uint8Array(most + 1), new Uint8Array(most + 1)];

/**
 * In how many places two words differ: a character more, less, other, or two exchanged (optimal string alignment).
 * Gives up above `limit`, and reads the first forty characters: names and numbers are shorter.
 */
export function typos(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let [endA, endB] = [Math.min(a.length, most), Math.min(b.length, most)];
  if (Math.abs(endA - endB) > limit) return limit + 1;
  // What both begin and end with costs nothing.
  let start = 0;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const [n, m] = [endA - start, endB - start];
  if (n === 0 || m === 0) return n + m;
  if (limit === 1) {
    const exchanged = n === 2 && m === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
    return (n === 1 && m === 1) || exchanged ? 1 : 2;
  }
  let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= m; j++) last[j] = j;
  for (let i = 1; i <= n; i++) {
    row[0] = i;
    let least = i;
    const character = a.charCodeAt(start + i - 1);
    const former = a.charCodeAt(start + i - 2);
    for (let j = 1; j <= m; j++) {
      const other = b.charCodeAt(start + j - 1);
      let cost = (last[j - 1] as number) + (character === other ? 0 : 1);
      const shorter = Math.min(last[j] as number, row[j - 1] as number) + 1;
      if (shorter < cost) cost = shorter;
      if (i > 1 && j > 1 && former === other && character === b.charCodeAt(start + j - 2)) {
        const exchanged = (before[j - 2] as number) + 1;
        if (exchanged < cost) cost = exchanged;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    const free = before;
    before = last;
    last = row;
    row = free;
  }
  return last[m] as number;
}

/** How many characters two texts end alike with. */
export function sameEnd(a: string, b: string): number {
  let same = 0;
  const least = Math.min(a.length, b.length);
  while (same < least && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}

const vowel = /[aeiouyhw]/;
const alike: readonly [RegExp, string][] = [
  [/ph/g, 'f'],
  [/sch|sh|cz|tz|ch/g, 's'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[cqg]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/[vw]/g, 'f'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/m/g, 'n'],
  [/j/g, 'y'],
];
const kept = new Map<string, string>();

/** What a word sounds like, roughly: words that are mistaken for each other mostly share it. Other scripts stay as they are. */
export function soundOf(word: string): string {
  const known = kept.get(word);
  if (known !== undefined) return known;
  let text = word.slice(0, most);
  if (/^[a-z0-9]+$/.test(text)) {
    for (const [pattern, to] of alike) text = text.replace(pattern, to);
    let sound = '';
    for (const character of text) {
      if (vowel.test(character)) {
        if (sound === '') sound = 'a';
      } else if (!sound.endsWith(character)) sound += character;
    }
    text = sound.slice(0, 4);
  }
  if (kept.size > 50_000) kept.clear();
  kept.set(word, text);
  return text;
}

/** A 32-bit number for a text, for blocks (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

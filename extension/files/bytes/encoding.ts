/** Encodings that a file may be read in. The user may choose any of them. */
export const encodingNames = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'windows-1252',
] as const;
export type EncodingName = (typeof encodingNames)[number];

/** `bom`: the file says so; `valid`: it can be nothing else; `statistics`: it looks like it; `chosen`: the user said so. */
export type EncodingFound = {
  name: EncodingName;
  basis: 'bom' | 'valid' | 'statistics' | 'chosen';
  /** False where another encoding is thinkable. */
  certain: boolean;
};

/** What stands at the start of a file and says how it is written. */
function byMark(bytes: Uint8Array): EncodingName | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030';
  return null;
}

/**
 * UTF-16 without a mark: ASCII among it (delimiters, line ends) has its zero always on the same side. What is UTF-8 as
 * well has to be mostly ASCII: a few NULs between letters are damage.
 */
function wideWithoutMark(bytes: Uint8Array, isUtf8: boolean): EncodingName | null {
  const end = Math.min(bytes.length & ~1, 65_536);
  let [evenZeros, oddZeros] = [0, 0];
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) evenZeros += 1;
    if (bytes[at + 1] === 0) oddZeros += 1;
  }
  const pairs = end / 2;
  if (pairs < 4) return null;
  const enough = Math.max(2, pairs * (isUtf8 ? 0.5 : 0.04));
  if (oddZeros >= enough && evenZeros * 20 < oddZeros) return 'utf-16le';
  if (evenZeros >= enough && oddZeros * 20 < evenZeros) return 'utf-16be';
  return null;
}

/** Sequences of more than one byte that UTF-8 allows, and bytes that it does not. */
function utf8Counts(bytes: Uint8Array): { good: number; bad: number } {
  let [good, bad, at] = [0, 0, 0];
  const isTail = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte < 0xc0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const tails =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let whole = tails > 0;
    for (let tail = 1; whole && tail <= tails; tail++) whole = isTail(bytes[at + tail]);
    if (whole) good += 1;
    else bad += 1;
    at += whole ? tails + 1 : 1;
  }
  return { good, bad };
}

/**
 * How much of the bytes above ASCII the common part of each encoding explains, from 0 to 1. GB 2312 keeps the 3,755
 * usual characters under leads B0 to D7 with trails from A1 on, Big5 its 5,401 under A4 to C6 with trails below 7F as
 * well; in western text a byte above ASCII stands alone between letters.
 */
function explained(bytes: Uint8Array): Record<'gb18030' | 'big5' | 'shift_jis' | 'windows-1252', number> {
  let [high, gb, big5, kana, single] = [0, 0, 0, 0, 0];
  const isHigh = (byte: number | undefined) => byte !== undefined && byte >= 0x80;
  let at = 0;
  while (at < bytes.length) {
    if (!isHigh(bytes[at])) {
      at += 1;
      continue;
    }
    // 1. A run: from the first byte above ASCII to the first that cannot be a trail of a pair either.
    const start = at;
    while (at < bytes.length && isHigh(bytes[at]))
      at += isHigh(bytes[at + 1]) || (bytes[at + 1] ?? 0) >= 0x40 ? 2 : 1;
    const run = bytes.subarray(start, Math.min(at, bytes.length));
    // 2. Its pairs.
    for (let pair = 0; pair < run.length; pair += 2) {
      const [lead = 0, trail = 0] = [run[pair], run[pair + 1]];
      high += 1;
      if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) gb += 1;
      const low = trail >= 0x40 && trail <= 0x7e;
      if ((low || trail >= 0xa1) && lead >= 0xa4 && lead <= 0xc6) big5 += 1;
      else if ((low || trail >= 0xa1) && lead >= 0xa1 && lead <= 0xa3) big5 += 0.5;
      if ((lead === 0x82 && trail >= 0x9f) || (lead === 0x83 && trail >= 0x40 && trail <= 0x96)) kana += 2;
      else if (lead >= 0x88 && lead <= 0x9f && trail >= 0x40) kana += 1;
      // A letter behind: "ü" and the "l" of "Müller" are no pair.
      if (trail < 0x80 && lead >= 0xc0) single += 1;
      else if (run.length === 1) single += 1;
    }
  }
  const share = (count: number) => (high === 0 ? 0 : Math.min(1, count / high));
  return { gb18030: share(gb), big5: share(big5), shift_jis: share(kana), 'windows-1252': share(single) };
}

const SAMPLE = 1_000_000;

/** Which encoding the bytes are written in, by what speaks for it. */
export function findEncoding(bytes: Uint8Array): EncodingFound {
  const marked = byMark(bytes);
  if (marked) return { name: marked, basis: 'bom', certain: true };
  const { good, bad } = utf8Counts(bytes);
  const wide = wideWithoutMark(bytes, bad === 0);
  if (wide) return { name: wide, basis: 'statistics', certain: true };
  if (bad === 0) return { name: 'utf-8', basis: 'valid', certain: true };
  // A few bad bytes among many good sequences: a damaged UTF-8 file, cut or glued.
  if (good > bad * 10) return { name: 'utf-8', basis: 'statistics', certain: false };
  const start = bytes.findIndex((byte) => byte >= 0x80);
  const shares = explained(bytes.subarray(start, start + SAMPLE));
  const ranked = (['gb18030', 'big5', 'shift_jis', 'windows-1252'] as const)
    .map((name) => ({ name, share: shares[name] }))
    .sort((one, other) => other.share - one.share);
  const [best, second] = ranked;
  if (!best || best.share === 0) return { name: 'windows-1252', basis: 'statistics', certain: false };
  const certain = best.share > 0.8 && best.share - (second?.share ?? 0) > 0.25;
  return { name: best.name, basis: 'statistics', certain };
}

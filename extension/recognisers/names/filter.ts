/**
 * A set of words in few bytes (Bloom, "Space/time trade-offs in hash coding", 1970): a page's script carries ten
 * thousand names in a tenth of the memory that a Set of them takes. About one in a hundred other words is held
 * for one of them, so a word found is evidence and never proof.
 */
export type Filter = { bits: Uint8Array; hashes: number };

/** FNV-1a; a second round with another start makes it two (Kirsch and Mitzenmacher, 2006). */
function hash(word: string, start: number): number {
  let sum = start;
  for (let at = 0; at < word.length; at++) sum = Math.imul(sum ^ word.charCodeAt(at), 0x01000193);
  sum ^= sum >>> 15;
  return Math.imul(sum, 0x2c1b3c6d) >>> 0;
}

const place = (round: number, first: number, second: number, size: number): number =>
  ((first + Math.imul(round, second) + round * round * round) >>> 0) % size;

export function mayHave({ bits, hashes }: Filter, word: string): boolean {
  const first = hash(word, 0x811c9dc5);
  const second = hash(word, 0x1b873593) | 1;
  for (let round = 0; round < hashes; round++) {
    const at = place(round, first, second, bits.length * 8);
    if (((bits[at >> 3] ?? 0) & (1 << (at & 7))) === 0) return false;
  }
  return true;
}

/** @param bitsEach 9.6 for one wrong word in a hundred */
export function makeFilter(words: ReadonlySet<string>, bitsEach: number): Filter {
  const filter = {
    bits: new Uint8Array(Math.ceil((words.size * bitsEach) / 8)),
    hashes: Math.round(bitsEach * Math.LN2),
  };
  for (const word of words) {
    const first = hash(word, 0x811c9dc5);
    const second = hash(word, 0x1b873593) | 1;
    for (let round = 0; round < filter.hashes; round++) {
      const at = place(round, first, second, filter.bits.length * 8);
      filter.bits[at >> 3] = (filter.bits[at >> 3] ?? 0) | (1 << (at & 7));
    }
  }
  return filter;
}

export const writeFilter = ({ bits, hashes }: Filter): string =>
  `${hashes}:${btoa(String.fromCharCode(...bits))}`;

export function readFilter(text: string): Filter {
  const [hashes = '', bits = ''] = text.split(':');
  return { bits: Uint8Array.from(atob(bits), (sign) => sign.charCodeAt(0)), hashes: Number(hashes) };
}

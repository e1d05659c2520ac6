import { hanPacked } from './han-fold.ts';

/** Its digits, six bits each. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Packed, half of what the characters themselves take compressed: of every pair the steps from one simplified character to the next, then the traditional one in three digits. */
export function packHan(pairs: readonly (readonly [traditional: string, simplified: string])[]): string {
  const points = pairs.map(([from, to]) => [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0] as const);
  const sorted = points.sort(([a, to], [b, into]) => to - into || a - b);
  const digit = (n: number): string => digits[n & 63] ?? '';
  let last = 0;
  let steps = '';
  for (const [, to] of sorted) {
    let step = to - last;
    last = to;
    // The highest bit of a digit says that another one follows.
    for (; step >= 32; step = Math.floor(step / 32)) steps += digit(32 + (step % 32));
    steps += digit(step);
  }
  const upper = sorted.map(([from]) => digit(from >> 12) + digit(from >> 6));
  const lower = sorted.map(([from]) => digit(from));
  return [steps, upper.join(''), lower.join('')].join(' ');
}

export function unpackHan(packed: string): Map<string, string> {
  const [steps = '', upper = '', lower = ''] = packed.split(' ');
  const value = (text: string, at: number): number => digits.indexOf(text.charAt(at));
  const table = new Map<string, string>();
  let at = 0;
  let simplified = 0;
  for (let i = 0; i < lower.length; i++) {
    let digit: number;
    let unit = 1;
    do {
      digit = value(steps, at++);
      simplified += (digit % 32) * unit;
      unit *= 32;
    } while (digit >= 32);
    const traditional = value(upper, 2 * i) * 4096 + value(upper, 2 * i + 1) * 64 + value(lower, i);
    table.set(String.fromCodePoint(traditional), String.fromCodePoint(simplified));
  }
  return table;
}

let table: Map<string, string> | null = null;

/** From each traditional character to the one it folds to. Unpacked on first use: most pages hold no Han character. */
export function hanTable(): Map<string, string> {
  table ??= unpackHan(hanPacked);
  return table;
}

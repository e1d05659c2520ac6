/**
 * One label of a host in its ASCII form (RFC 3492, `xn--` in front when it needs one). Mapping and checks
 * are the caller's: this only encodes.
 */
export function asciiLabel(label: string): string {
  if (/^[a-z\d-]*$/.test(label)) return label;
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 0x80);
  if (basic.length === points.length) return label;
  let output = String.fromCodePoint(...basic);
  let handled = basic.length;
  if (handled > 0) output += '-';
  let next = 0x80;
  let delta = 0;
  let bias = 72;
  while (handled < points.length) {
    const smallest = Math.min(...points.filter((point) => point >= next));
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const point of points) {
      if (point < next) delta++;
      if (point !== next) continue;
      let rest = delta;
      for (let k = 36; ; k += 36) {
        const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
        if (rest < threshold) break;
        output += digit(threshold + ((rest - threshold) % (36 - threshold)));
        rest = Math.floor((rest - threshold) / (36 - threshold));
      }
      output += digit(rest);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    next++;
  }
  return `xn--${output}`;
}

/** The readable form of one label; the label itself where it is no valid `xn--` form. */
export function readableLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const body = label.slice(4);
  const cut = body.lastIndexOf('-');
  const output = Array.from(cut > 0 ? body.slice(0, cut) : '', (character) => character.codePointAt(0) ?? 0);
  let point = 0x80;
  let index = 0;
  let bias = 72;
  for (let at = cut > 0 ? cut + 1 : 0; at < body.length; ) {
    const before = index;
    let weight = 1;
    for (let k = 36; ; k += 36) {
      const value = digits.indexOf(body[at++] ?? ' ');
      if (value < 0) return label;
      index += value * weight;
      const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (value < threshold) break;
      weight *= 36 - threshold;
    }
    bias = adapt(index - before, output.length + 1, before === 0);
    point += Math.floor(index / (output.length + 1));
    index %= output.length + 1;
    if (point > 0x10ffff) return label;
    output.splice(index++, 0, point);
  }
  return String.fromCodePoint(...output);
}

const digits = 'abcdefghijklmnopqrstuvwxyz0123456789';
const digit = (value: number): string => digits[value] ?? '';

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

/** Deeper nesting is cut off. */
const deepest = 60;
const literals = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** A quote that ends a string. */
const ends = /^"\s*(?:[,:}\]]|$|\n\s*"|"[^"\n]{1,60}"\s*:)/;

/**
 * JSON as sites write it: in comments or CDATA, with line breaks in strings, commas too many or missing, quotes of
 * the wrong kind, names without quotes, several values one after another, cut off. One pass, so that no text takes
 * longer than its length; what cannot be understood is passed over. The values found, outermost only.
 */
export function readLenientJson(text: string): unknown[] {
  let at = 0;
  const skip = (): void => {
    for (;;) {
      while (at < text.length && /[\s,;\ufeff]/.test(text[at] ?? '')) at++;
      if (text.startsWith('//', at)) at = endOf('\n');
      else if (text.startsWith('/*', at)) at = endOf('*/');
      else if (text.startsWith('<!--', at)) at += 4;
      else if (text.startsWith('<![CDATA[', at)) at += 9;
      else if (text.startsWith('-->', at) || text.startsWith(']]>', at)) at += 3;
      else return;
    }
  };
  const endOf = (mark: string): number => {
    const end = text.indexOf(mark, at);
    return end < 0 ? text.length : end + mark.length;
  };
  const readString = (): string => {
    const opened = text[at] ?? '"';
    const quote = opened === '“' || opened === '”' ? '”' : opened;
    let value = '';
    at++;
    while (at < text.length && text[at] !== quote) {
      const sign = text[at] ?? '';
      if (sign !== '\\') value += sign;
      else {
        at++;
        value += escaped();
      }
      at++;
      // A quote inside a string that was not escaped: the string goes on where neither its end nor a name follows.
      if (text[at] === quote && quote === '"' && !ends.test(text.slice(at, at + 80))) {
        value += quote;
        at++;
      }
    }
    at++;
    return value;
  };
  const escaped = (): string => {
    const sign = text[at] ?? '';
    if (sign === 'u') {
      const hex = text.slice(at + 1, at + 5);
      if (!/^[0-9a-f]{4}$/i.test(hex)) return 'u';
      at += 4;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    return { n: '\n', t: '\t', r: '\r', b: ' ', f: ' ' }[sign] ?? sign;
  };
  const bare = /[^\s,:{}[\]"'“”]+/y;
  const readBare = (): string => {
    bare.lastIndex = at;
    const word = bare.exec(text)?.[0] ?? '';
    at += Math.max(word.length, 1);
    return word;
  };
  const isQuote = (sign: string | undefined): boolean => sign !== undefined && '"\'“”'.includes(sign);
  const readValue = (depth: number): unknown => {
    skip();
    const sign = text[at];
    if (isQuote(sign)) return readString();
    if (sign === '{' || sign === '[') {
      at++;
      if (depth > deepest) return undefined;
      return sign === '{' ? readObject(depth + 1) : readArray(depth + 1);
    }
    const word = readBare();
    if (literals.has(word)) return literals.get(word);
    return word !== '' && Number.isFinite(Number(word)) ? Number(word) : undefined;
  };
  const readArray = (depth: number): unknown[] => {
    const values: unknown[] = [];
    for (skip(); at < text.length && text[at] !== ']'; skip()) {
      if (text[at] === '}' || text[at] === ':') {
        at++;
        continue;
      }
      const value = readValue(depth);
      if (value !== undefined) values.push(value);
    }
    at++;
    return values;
  };
  const readObject = (depth: number): Record<string, unknown> => {
    // Without a prototype, `__proto__` is a name like any other.
    const made: Record<string, unknown> = Object.create(null);
    for (skip(); at < text.length && text[at] !== '}'; skip()) {
      if (text[at] === ']') {
        at++;
        continue;
      }
      const name = isQuote(text[at]) ? readString() : readBare();
      skip();
      if (text[at] !== ':') continue;
      at++;
      const value = readValue(depth);
      if (value !== undefined) made[name] = value;
    }
    at++;
    return made;
  };
  const values: unknown[] = [];
  for (skip(); at < text.length && values.length < 100; skip()) {
    const value = readValue(0);
    if (typeof value === 'object' && value !== null) values.push(value);
  }
  return values;
}

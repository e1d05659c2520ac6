import { formFirst } from './legal-forms.ts';
import { connectors, leading } from './words.ts';

/** Most words of a name. */
const most = 10;
const opening = /^[«"“„'‘([{]+/u;
const capital = /^[\p{Lu}\p{Lt}\p{Lo}]|^\p{Ll}{1,3}\p{Lu}|^\d[\p{L}\d.&'’-]*$/u;
const stops = /[:;|•·!?…»”"\])]$/u;
const abbreviation = /^(?:\p{L}{1,3}|(?:\p{L}\.)+\p{L}?|Bros|Prof|Univ|Dept|Assoc|Inst)\.$/u;

const kindBefore =
  /(?:Institute|Cent(?:er|re)|Society|Association|Foundation|Council|Office|Department|Agency|Committee|Fund|Campaign|Institut|Zentrum|Verein|Bundesamt|Bundesanstalt|Amt|Gesellschaft|Stiftung|Verband) $/;
const isKindFor = (line: string, start: number, token: string): boolean =>
  (token === 'for' || token === 'für') && kindBefore.test(line.slice(Math.max(0, start - 16), start));

/** Where a name begins that ends at `end` of a line: words with capitals, small words between them. */
export function beginOfName(line: string, end: number): number {
  let from = end;
  let at = end;
  let small = 0;
  let joined = false;
  for (let count = 0; count < most && at > 0; count++) {
    while (at > 0 && line.charCodeAt(at - 1) === 32) at--;
    const start = line.lastIndexOf(' ', at - 1) + 1;
    if (at - start > 60) break;
    let token = line.slice(start, at);
    const isNearest = from === end;
    if (token.endsWith(',')) {
      token = token.slice(0, -1);
      if (!isNearest && !(joined && small === 0)) break;
    } else if (!isNearest && stops.test(token) && !/^[(«"“„].*[)»"”]$/u.test(token)) break;
    if (!isNearest && token.endsWith('.') && !(abbreviation.test(token) && !formFirst.test(token))) break;
    if (/[@|•·/\\=<>{}©]|^[-–—*]+$|^\d{4,}$/.test(token)) break;
    // "Institute for ...", but "a shop for ...".
    if (isKindFor(line, start, token)) {
      at = start;
      continue;
    }
    const bare = token.replace(opening, '');
    if (connectors.has(token.toLowerCase()) && !/^\p{Lu}\p{Ll}/u.test(token)) {
      if (token === '&' || token.toLowerCase() === 'and' || token === '+') joined = true;
      if (isNearest || ++small > 2) break;
    } else if (capital.test(bare)) {
      from = start;
      small = 0;
      if ((bare !== token && !/^\(.*\)$/.test(token)) || token === 'The') break;
    } else break;
    at = start;
  }
  return from;
}

/** Where a name ends that goes on from `start`: a connector with capitals behind it, or capitals. */
export function endOfName(line: string, start: number, words = 6): number {
  let end = start;
  let at = start;
  let small = 0;
  for (let count = 0; count < words && at < line.length; count++) {
    if (/[,.;:!?)\]»”"|]/.test(line.charAt(at - 1)) && at > start) break;
    while (line.charCodeAt(at) === 32) at++;
    let next = line.indexOf(' ', at);
    if (next < 0) next = line.length;
    if (next - at > 60) break;
    const token = line.slice(at, next);
    if (/[@|•·/\\=<>{}©]|^[-–—*]+$|^[("“«]/u.test(token)) break;
    if (connectors.has(token)) {
      if (++small > 2) break;
    } else if (capital.test(token) && !/^\d/.test(token)) {
      small = 0;
      end = at + token.replace(/(?:['’]s)?[,.;:!?)\]»”"|]+$|['’]s$/u, '').length;
      if (end < next) break;
    } else break;
    at = next;
  }
  return end;
}

/** A name without years, signs and words around it that are no part of it. */
export function trimmedName(raw: string): string {
  let name = raw.trim();
  for (let round = 0; round < 3; round++) {
    const before = name;
    name = name
      .replace(/^(?:[\s©®™*•·|,;:–—-]+|\(c\)|(?:19|20)\d\d(?=[\s,–-]))+/iu, '')
      .replace(/[\s®™*•·|,;:–—-]+$/u, '')
      .replace(leading, '')
      .trim();
    if (before === name) break;
  }
  return unquoted(name);
}

/** Quotes that hold the whole name, or that only open or close in it. */
function unquoted(name: string): string {
  if (!/[«»“”„()"'‘’]/u.test(name)) return name;
  const inner = /^[«"“„'‘](.*)[»"”'’]$/u.exec(name)?.[1];
  if (inner && !/[«»"“”„]/u.test(inner)) return inner;
  const opens = (name.match(/[«“„(]/gu) ?? []).length;
  const closes = (name.match(/[»”)]/gu) ?? []).length;
  if (opens === closes) return name;
  return opens > closes ? name.replace(/^[«“„(]\s*/u, '') : name.replace(/\s*[»”)]$/u, '');
}

import { findPhones, withoutExtension } from '../phones.ts';
import { wordsFor } from './words.ts';

export type Told = { value: string; confidence: number };
/** What stands in a line besides words. */
export type Handles = {
  phones: (Told & { fax: boolean })[];
  emails: Told[];
  links: Told[];
};

const emailPattern = /[\p{L}\d._%+'-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/giu;
const linkPattern =
  /(?:https?:\/\/|www\.|(?:[a-z]{2,3}\.)?(?:linkedin|github|gitlab|twitter|xing|facebook|instagram|weibo|zhihu|x)\.com\/)[^\s<>"'）)\]|，。]{2,300}/giu;
/** "Web: acme.com": a bare domain counts below its label. */
const labelledSite = new RegExp(
  `(?:^|[\\s|,;/(])(?:${wordsFor('web')})\\s*[:：]\\s*([a-z\\d-]{1,63}(?:\\.[a-z\\d-]{2,63}){1,4}(?:/[^\\s|]{0,200})?)`,
  'iu',
);
const labels = `${wordsFor('phone', 'fax', 'mail', 'web')}|e:mail|ext\\.?\\s*\\d*|x\\d+|[ptmfewcodh]`;
/** What is left beside a number or address is mostly its label. */
const label = new RegExp(
  `(?:^|[\\s|,;/(（])(?:${labels})\\s*(?:no\\.?|nr\\.?)?\\s*[:：.)）#–-]*(?=$|[\\s|,;/()（）+])`,
  'giu',
);
const around = /^[\s|,;:：/()（）<>[\]•·*+–—-]+|[\s|,;:：/()（）<>[\]•·*+–—-]+$/gu;

/** Takes e-mails, links and phones out of a line; gives what is left of it. */
export function takeHandles(line: string, into: Handles): string {
  let rest = line;
  for (const match of line.match(emailPattern) ?? []) {
    const value = match.replace(/^(?:mailto:|['.-]+)/i, '').replace(/[.'-]+$/, '');
    if (!into.emails.some((one) => one.value.toLowerCase() === value.toLowerCase()))
      into.emails.push({ value, confidence: 0.95 });
    rest = rest.replace(match, ' ');
  }
  for (const match of rest.match(linkPattern) ?? []) {
    into.links.push({ value: match.replace(/[.,;]+$/, ''), confidence: 0.9 });
    rest = rest.replace(match, ' ');
  }
  const site = labelledSite.exec(rest)?.[1];
  if (site) {
    into.links.push({ value: site, confidence: 0.8 });
    rest = rest.replace(site, ' ');
  }
  for (const { text, fax, confidence } of findPhones(rest))
    into.phones.push({ value: text, fax, confidence: Math.max(confidence, 0.8) });
  for (const { value } of into.phones) rest = rest.replace(withoutExtension(value), ' ');
  if (rest === line) return line;
  // Twice: labels of two numbers in one line share the space between them.
  rest = rest.replace(label, ' ').replace(label, ' ').replace(around, '').replace(/\s+/g, ' ');
  return /\p{L}{2}/u.test(rest) ? rest : '';
}

/** True for a line that holds a way to reach somebody. */
export const hasHandle = (line: string): boolean =>
  /@[\p{L}\d-]{1,63}\.\p{L}{2}/u.test(line) || findPhones(line).length > 0;

import { makeTextLines } from '../text-lines.ts';
import { decodeEntities } from './entities.ts';

const silent = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
const blockNames =
  'address article center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol pre section table tr ul';
const blocks = new Set(blockNames.split(' '));

/**
 * The text of a mail that has only an HTML part, quotes marked; read from left to right in one pass. Nothing is
 * rendered and no document is made of it.
 */
export function textOfHtml(html: string): string {
  const lines = makeTextLines();
  let from = 0;
  for (;;) {
    const open = html.indexOf('<', from);
    lines.write(decodeEntities(html.slice(from, open < 0 ? undefined : open)));
    if (open < 0) return lines.text();
    const comment = html.startsWith('<!--', open);
    const close = html.indexOf(comment ? '-->' : '>', open);
    if (close < 0) return lines.text();
    from = close + (comment ? 3 : 1);
    const tag = comment
      ? null
      : /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, Math.min(close, open + 40)));
    if (!tag) continue;
    const name = (tag[2] ?? '').toLowerCase();
    const ends = tag[1] === '/';
    if (silent.has(name) && !ends) from = afterEnd(html, name, from);
    else if (name === 'blockquote') lines.quote(ends ? -1 : 1);
    else if (name === 'br') lines.breakLine();
    else if (name === 'td') lines.write(' ');
    else if (blocks.has(name) || name === 'p') lines.block();
    // After a paragraph's own end, an empty line.
    if (name === 'p' && ends) lines.breakLine();
  }
}

/** Where the text goes on after an element that shows none. */
function afterEnd(html: string, name: string, from: number): number {
  const end = html.slice(from).search(new RegExp(`</${name}\\b`, 'i'));
  if (end < 0) return html.length;
  const close = html.indexOf('>', from + end);
  return close < 0 ? html.length : close + 1;
}

import { makeTextLines } from '../text-lines.ts';

const blocks =
  'ADDRESS ARTICLE CENTER DD DIV DL DT FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI OL PRE SECTION TABLE TR UL';
const blockTags = new Set(blocks.split(' '));
const silentTags = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE', 'NOSCRIPT']);
/** Gmail's own: the note under a clipped message, the dots that hide a quote. A mail's markup keeps no roles. */
const notes = '.iX, .ajR, [role="button"]';
/** Where mail programs begin what they quote: Gmail, Thunderbird, Yahoo, Outlook on the web. */
const quotes =
  'div.gmail_quote, .moz-cite-prefix, .yahoo_quoted, [id$="divRplyFwdMsg"], [id$="appendonsend"]';
/**
 * What holds nothing but older mail, in whatever language its first line is: Gmail's and Thunderbird's "On … wrote",
 * and all that Yahoo, Proton, Tuta, Zoho, NetEase, Foxmail and QQ quote.
 */
const quotedWhole =
  '.gmail_attr, .moz-cite-prefix, .yahoo_quoted, .protonmail_quote, .tutanota_quote, .zmail_extra, .ntes-mailmaster-quote, .foxmail_quote, includetail';
/** A page cannot be made to hold us up: what lies beyond counts as not there. */
const LONGEST = 200_000;
const DEEPEST = 400;

/** A message's text as plain text would have it, quotes marked. */
export function textOfBody(body: Element): string {
  const lines = makeTextLines();
  let length = 0;
  const visit = (node: Node, depth: number): void => {
    for (let child = node.firstChild; child && length < LONGEST; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const piece = child.nodeValue ?? '';
        lines.write(piece);
        length += piece.length;
      } else if (child.nodeType === 1 && depth < DEEPEST) visitElement(child as Element, depth);
    }
  };
  const visitElement = (element: Element, depth: number): void => {
    const tag = element.tagName;
    if (silentTags.has(tag) || element.matches(notes)) return;
    const quoted = tag === 'BLOCKQUOTE' || element.matches(quotedWhole);
    const block = blockTags.has(tag);
    if (tag === 'BR') lines.breakLine();
    else if (tag === 'TD') lines.write(' ');
    // Emoji are images with their character as `alt`.
    else if (tag === 'IMG') lines.write((element.getAttribute('alt') ?? '').slice(0, 4));
    // What was newly written ends here, so that its last line is not read on into "On Monday, Ada wrote:".
    if (element.matches(quotes)) lines.paragraph();
    if (quoted) lines.quote(1);
    if (block || tag === 'P') lines.block();
    visit(element, depth + 1);
    if (block) lines.block();
    // After the paragraph's own end, an empty line.
    if (tag === 'P') lines.paragraph();
    if (quoted) lines.quote(-1);
  };
  visit(body, 0);
  return lines.text();
}

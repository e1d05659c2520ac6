import { readAll } from '../recogniser.ts';
import { walk } from '../survey.ts';
import { newText } from './reply.ts';

/**
 * Where mail programs put quoted mail, by their own marks. Gmail prefixes ids when it shows a mail, so ids are
 * matched by their end.
 */
const quotes = [
  '.gmail_quote',
  '.gmail_quote_container',
  'blockquote[type="cite"]',
  '.moz-cite-prefix',
  '.yahoo_quoted',
  '.protonmail_quote',
  '.tutanota_quote',
  '.zmail_extra',
  '.ntes-mailmaster-quote',
  '.foxmail_quote',
  'includetail',
  '[id$="isReplyContent"]',
  '[id$="mail-editor-reference-message-container"]',
  '[id$="OLK_SRC_BODY_SECTION"]',
].join(',');
/** From here on all is quoted: Outlook puts the older mail beside the mark, not in it. */
const quotedFromHere =
  '[id$="divRplyFwdMsg"],[id$="appendonsend"],[id$="stopSpelling"],.OutlookMessageHeader,hr[id$="stopSpelling"]';

/** `newText` for a mail shown as HTML: by the marks of the program that wrote it first, then by its text. */
export function newTextOf(body: Element): string {
  const own = newText(textOf(body, true));
  // A bare forward is one quote: then its text is what there is.
  return own || newText(textOf(body, false));
}

function textOf(body: Element, withoutQuotes: boolean): string {
  let isOver = false;
  const isQuoted = (element: Element): boolean => {
    if (element.matches(quotedFromHere)) isOver = true;
    return isOver || element.matches(quotes);
  };
  const { lines } = readAll(walk(body, undefined, withoutQuotes ? isQuoted : undefined));
  return lines.map(({ text }) => text).join('\n');
}

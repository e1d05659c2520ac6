import { decodeEntities } from './entities.ts';

/** The page that shows an original, in order of likelihood; markup around it changes, the message's own lines do not. */
const sources = [
  /<pre\b[^>]*\braw_message_text\b[^>]*>([\s\S]*?)<\/pre\s*>/i,
  /<pre\b[^>]*>([\s\S]*?)<\/pre\s*>/i,
];

/** A header block begins the text: a field name without spaces, a colon (RFC 5322 2.2); mbox's first line is allowed. */
const headerBlock = /^\s*(?:From [^\n]*\n)?[!-9;-~]+:/;

/** The message's source from the answer to `view=om`, be it the page around it or the bare source; else null. */
export function sourceIn(answer: string): string | null {
  if (headerBlock.test(answer) && !/^\s*</.test(answer)) return answer.trimStart();
  for (const source of sources) {
    const text = source.exec(answer)?.[1];
    if (text === undefined) continue;
    const decoded = decodeEntities(text).trimStart();
    if (headerBlock.test(decoded)) return decoded;
  }
  return null;
}

/** The page's own link to the whole source, where it shows only a part or none; within this mailbox only. */
export function sourceLink(answer: string, origin: string): string | null {
  const href = /href\s*=\s*["']([^"']*\bview=att\b[^"']*)["']/i.exec(answer)?.[1];
  if (!href) return null;
  const url = URL.parse(decodeEntities(href), `${origin}/mail/u/0/`);
  return url?.origin === origin && url.pathname.startsWith('/mail/') ? url.href : null;
}

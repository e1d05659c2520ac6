import { sourceIn, sourceLink } from './page.ts';
import { type Original, parseOriginal } from './parse.ts';

/** A request to the mailbox's own host, for the user's ledger. */
export type Asked = { url: string; ok: boolean; bytes: number };

/** Which original: the message's id as requests want it, or its hex id; and the page's key for requests. */
export type Wanted = { permanentId: string | null; id: string; key: string | null };

/** What asking needs of the browser. */
export type Mailbox = { fetch: typeof fetch; location: Pick<Location, 'origin' | 'pathname'> };

/** Text parts stand first in a mail; what comes after this are its attachments. */
const ENOUGH = 4_000_000;
const PATIENCE_MS = 12_000;

/**
 * Asks the mailbox's own host for a message's source (`view=om`), as Gmail's "Show original" does: the only place
 * that tells its Message-ID. Null where it cannot be had; `asked` takes every request that was made.
 */
export async function askOriginal(
  mailbox: Mailbox,
  wanted: Wanted,
  asked: Asked[],
): Promise<Original | null> {
  const base = `${mailbox.location.origin}${/^\/mail\/u\/\d+/.exec(mailbox.location.pathname)?.[0] ?? '/mail/u/0'}`;
  if (!wanted.permanentId || !wanted.key) {
    // "Download original" asks by the hex id and needs no key.
    const file = await ask(mailbox.fetch, downloadUrl(base, wanted.id), asked);
    return readAnswer(file);
  }
  const page = await ask(mailbox.fetch, originalUrl(base, wanted.key, wanted.permanentId), asked);
  if (!page || sourceIn(page.text)) return readAnswer(page);
  // The page came, but shows only a link to the source.
  return readAnswer(await ask(mailbox.fetch, sourceLink(page.text, mailbox.location.origin), asked));
}

async function readAnswer(answer: Answer | null): Promise<Original | null> {
  const source = answer && sourceIn(answer.text);
  return source ? parseOriginal(source, answer.whole) : null;
}

const originalUrl = (base: string, key: string, permanentId: string): string =>
  `${base}?${new URLSearchParams({ ik: key, view: 'om', permmsgid: permanentId })}`;

const downloadUrl = (base: string, id: string): string | null =>
  /^[0-9a-f]{8,16}$/.test(id)
    ? `${base}?${new URLSearchParams({ view: 'att', th: id, attid: '0', disp: 'comp', safe: '1' })}`
    : null;

/** `whole` is false where the answer was longer than we read. */
type Answer = { text: string; whole: boolean };

async function ask(fetch: Mailbox['fetch'], url: string | null, asked: Asked[]): Promise<Answer | null> {
  if (url === null) return null;
  const entry: Asked = { url: withoutKey(url), ok: false, bytes: 0 };
  asked.push(entry);
  try {
    // `same-origin` ends the request where it would be sent on to another host, e.g. a sign-in page.
    const answer = await fetch(url, {
      mode: 'same-origin',
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body = await textUpTo(answer, ENOUGH);
    entry.bytes = body.bytes;
    entry.ok = answer.ok;
    return answer.ok ? body : null;
  } catch (error) {
    // Offline, timed out or sent elsewhere: the log goes on without the original. Anything else is a mistake of ours.
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

async function textUpTo(
  answer: Response,
  limit: number,
): Promise<{ text: string; whole: boolean; bytes: number }> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
    if (bytes >= limit) {
      await reader.cancel();
      return { text, whole: false, bytes };
    }
  }
  return { text: text + decoder.decode(), whole: true, bytes };
}

/** The key is the mailbox's; a ledger that is pasted somewhere must not carry it. */
const withoutKey = (url: string): string => url.replace(/([?&]ik=)[^&]*/, '$1…');

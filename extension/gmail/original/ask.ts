import { CodedError } from '../../../shared/kit/error.ts';
import { mailboxPath } from '../mailbox-path.ts';
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
const FILE_PATIENCE_MS = 120_000;

/**
 * Asks the mailbox's own host for a message's source (`view=om`), as Gmail's "Show original" does: the only place
 * that tells its Message-ID. Null where it cannot be had; `asked` takes every request that was made.
 */
export async function askOriginal(
  mailbox: Mailbox,
  wanted: Wanted,
  asked: Asked[],
): Promise<Original | null> {
  const base = baseOf(mailbox);
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

const baseOf = ({ location }: Mailbox): string => `${location.origin}${mailboxPath(location.pathname)}`;

/** A message's source as the bytes that it is, whole; null where it cannot be had so. */
export async function askSource(
  mailbox: Mailbox,
  wanted: Wanted,
  asked: Asked[],
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const base = baseOf(mailbox);
  const file = await askBytes(mailbox, downloadUrl(base, wanted.id), asked, most);
  const begin = file && new TextDecoder().decode(file.subarray(0, 2_000));
  if (file && begin && sourceIn(begin)) return file;
  if (!wanted.permanentId || !wanted.key) return null;
  const page = await askBytes(mailbox, originalUrl(base, wanted.key, wanted.permanentId), asked, most);
  const source = page && sourceIn(new TextDecoder().decode(page));
  return source ? new TextEncoder().encode(source) : null;
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
  const answer = await fetched(fetch, url, asked, PATIENCE_MS, (body) => readUpTo(body, ENOUGH));
  return answer && { text: new TextDecoder().decode(joined(answer)), whole: answer.whole };
}

/** What stands at an address of the mailbox's own host, whole or not at all. */
export async function askBytes(
  { fetch }: Pick<Mailbox, 'fetch'>,
  url: string | null,
  asked: Asked[],
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await fetched(fetch, url, asked, FILE_PATIENCE_MS, (body) => readUpTo(body, most + 1));
  if (answer && answer.bytes > most) throw new CodedError('file.too_large');
  return answer && joined(answer);
}

async function fetched(
  fetch: Mailbox['fetch'],
  url: string | null,
  asked: Asked[],
  patienceMs: number,
  read: (body: Response) => Promise<Read>,
): Promise<Read | null> {
  if (url === null) return null;
  const entry: Asked = { url: withoutKey(url), ok: false, bytes: 0 };
  asked.push(entry);
  try {
    // `same-origin` ends the request where it would be sent on to another host, e.g. a sign-in page.
    const answer = await fetch(url, {
      mode: 'same-origin',
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    const body = await read(answer);
    entry.bytes = body.bytes;
    entry.ok = answer.ok;
    return answer.ok ? body : null;
  } catch (error) {
    // Offline, timed out or sent elsewhere: the log goes on without the original. Anything else is a mistake of ours.
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

type Read = { chunks: Uint8Array[]; bytes: number; whole: boolean };

async function readUpTo(answer: Response, limit: number): Promise<Read> {
  const reader = answer.body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    chunks.push(value);
    if (bytes >= limit) {
      await reader.cancel();
      return { chunks, bytes, whole: false };
    }
  }
  return { chunks, bytes, whole: true };
}

function joined({ chunks, bytes }: Read): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The key is the mailbox's; a ledger that is pasted somewhere must not carry it. */
const withoutKey = (url: string): string => url.replace(/([?&]ik=)[^&]*/, '$1…');

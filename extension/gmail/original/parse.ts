import PostalMime from 'postal-mime';
import { automaticByHeaders } from '../../../shared/domain/automatic/headers.ts';
import type { Automatic } from '../../../shared/domain/automatic/kinds.ts';
import { messageIdKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { readAddresses } from '../../../shared/identity/mailbox/address-list.ts';
import { filesOf } from '../attachments/parts.ts';
import type { MailAttachment, MailPerson } from '../surface.ts';
import { textOfHtml } from './html-text.ts';

/** What a message's own source tells. */
export type Original = {
  /** The `mid:` key. */
  messageId: string | null;
  /** The Date header as a UTC instant in ms. */
  at: number | null;
  subject: string | null;
  from: MailPerson | null;
  to: MailPerson[];
  cc: MailPerson[];
  bcc: MailPerson[];
  /** The whole text, quotes and all; null where the source holds no text part, or only a piece of it arrived. */
  text: string | null;
  /** What is attached; sizes only where the whole source arrived. */
  attachments: MailAttachment[];
  /** Null for a mail that somebody wrote. */
  automatic: Automatic | null;
};

/**
 * Reads a message's source (RFC 5322, MIME). `whole` is false where the source was cut off: then its headers count,
 * and its text only if another part follows it.
 */
export async function parseOriginal(source: string, whole: boolean): Promise<Original> {
  const mail = await PostalMime.parse(source, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 });
  const text = mail.text?.trim() ? mail.text : mail.html ? textOfHtml(mail.html) : (mail.text ?? '');
  return {
    messageId: messageIdOf(mail.headers),
    at: instantOf(mail.date),
    subject: mail.subject ?? null,
    from: people(mail.headers, 'from')[0] ?? null,
    to: people(mail.headers, 'to'),
    cc: people(mail.headers, 'cc'),
    bcc: people(mail.headers, 'bcc'),
    automatic: automaticByHeaders((name) => mail.headers.find(({ key }) => key === name)?.value),
    attachments: filesOf(mail.attachments, mail.html).map(({ name, type, size }) => ({
      name,
      type,
      size: whole ? size : null,
    })),
    text: whole || mail.attachments.length > 0 ? text.replace(/\r\n?/g, '\n').trim() : null,
  };
}

/** Relays put what they add above; the sender's own block stands last, and with it the id that all copies share. */
function messageIdOf(headers: { key: string; value: string }[]): string | null {
  for (const { key, value } of headers.toReversed()) {
    const id = key === 'message-id' ? messageIdKey(value) : null;
    if (id) return id;
  }
  return null;
}

function instantOf(date: string | undefined): number | null {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? null : at;
}

/** A name that poses as another address is left out; see shared/identity/mailbox. */
const people = (headers: { key: string; value: string }[], field: string): MailPerson[] =>
  headers
    .filter(({ key }) => key === field)
    .flatMap(({ value }) => readAddresses(value, decode))
    .map(({ name, email }) => ({ name, email }));

/** Charsets that the browser knows; a word in any other stays as it stood. */
function decode(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

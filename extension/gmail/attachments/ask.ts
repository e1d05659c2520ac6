import PostalMime from 'postal-mime';
import { limits } from '../../../shared/domain/limits.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import { type Asked, askBytes, askSource, type Mailbox, type Wanted } from '../original/ask.ts';
import type { FileRead } from '../surface.ts';
import type { Card } from './cards.ts';
import { bytesOf, filesOf } from './parts.ts';

/** A source holds each file as text that is a third longer, and whatever else is attached. */
const mostSource = 40_000_000;

/**
 * A file of a mail, from where its card says, else out of the mail's own source: Gmail sends the first on to another
 * host, which is not followed. @param nth among those of the same name
 */
export async function askFile(
  mailbox: Mailbox,
  wanted: Wanted,
  cards: readonly Card[],
  { name, nth }: { name: string; nth: number },
): Promise<FileRead> {
  const requests: Asked[] = [];
  const card = cards.filter((each) => each.name === name)[nth];
  const direct = card?.url ? await askBytes(mailbox, card.url, requests, limits.fileBytes) : null;
  if (direct && card) return { name, type: card.type, bytes: checked(direct), requests };
  const source = await askSource(mailbox, wanted, requests, mostSource);
  if (!source) throw new CodedError('file.unread');
  const mail = await PostalMime.parse(source, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 });
  const part = filesOf(mail.attachments, mail.html).filter((each) => each.name === name)[nth];
  if (!part) throw new CodedError('file.unread');
  return { name, type: part.type, bytes: checked(bytesOf(part.part)), requests };
}

function checked(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes.length > limits.fileBytes) throw new CodedError('file.too_large');
  return bytes;
}

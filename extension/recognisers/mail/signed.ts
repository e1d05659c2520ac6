import { type MailPart, readConversation } from './conversation.ts';
import { readSignature, type Signature } from './signature.ts';

/** A mail of a conversation, and how its writer signed it. */
export type SignedMail = MailPart & { signature: Signature | null };

/** Every mail that a text is made of, each with its writer's signature. @param from who sent the mail itself */
export const readSigned = (text: string, from: string): SignedMail[] =>
  readConversation(text).map((part, at) => ({
    ...part,
    signature: readSignature(part.text, (at === 0 ? from : part.header?.from) ?? ''),
  }));

/** True for a signature that tells how to reach its writer, and not only who wrote. */
export const isFull = (told: Signature): boolean => told.phones.length > 0 || told.emails.length > 0;

/** Who can be reached by the signatures of a conversation; only where none can, who merely signed it. */
export function signaturesOf(text: string, from: string): Signature[] {
  const told = readSigned(text, from).flatMap(({ signature }) => signature ?? []);
  const full = told.filter(isFull);
  return full.length > 0 ? full : told.slice(0, 1);
}

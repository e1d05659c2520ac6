import type { Attachment as Part } from 'postal-mime';
import type { MailAttachment } from '../surface.ts';

/** Made by programs beside what somebody wrote: signatures of the mail itself. */
const machines = /^application\/(x-)?(pkcs7-signature|pgp-signature|pgp-encrypted|pkcs7-mime)$/;

/** Which of a mail's parts somebody attached: what its text shows, and what its program added, are none. */
export function filesOf(
  parts: readonly Part[],
  html: string | undefined,
): (MailAttachment & { part: Part })[] {
  return parts.flatMap((part) => {
    const name = part.filename?.trim() ?? '';
    const type = part.mimeType?.toLowerCase() || null;
    if (name === '' || (type && machines.test(type)) || isShown(part, html)) return [];
    return [{ name, type, size: sizeOf(part), part }];
  });
}

/** A logo of a signature and the like: its text points at it. */
function isShown({ contentId, related, disposition }: Part, html: string | undefined): boolean {
  const id = contentId?.replace(/^<|>$/g, '') ?? '';
  if (id === '' || disposition === 'attachment') return false;
  return html === undefined ? related === true : html.includes(`cid:${id}`);
}

const sizeOf = ({ content }: Part): number =>
  typeof content === 'string' ? new TextEncoder().encode(content).length : content.byteLength;

export const bytesOf = ({ content }: Part): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

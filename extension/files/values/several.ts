import { emailKey } from '../../../shared/identity/email.ts';
import type { IdentityKey } from '../../../shared/identity/key.ts';

/** What stands between several values of one cell, Google's ` ::: ` among it. */
const between = /\s*(?::::|[;；\n\r|、])\s*/;

export const splitCell = (cell: string): string[] =>
  cell.split(between).flatMap((part) => (part.trim() ? [part.trim()] : []));

export type EmailsRead = {
  keys: IdentityKey[];
  bad: string[] /** What stood around an address: "Ada <ada@…>". */;
  name: string | null;
};

/** Every address of a cell, with or without a name around it. */
export function readEmails(cell: string): EmailsRead {
  const keys: IdentityKey[] = [];
  const bad: string[] = [];
  let name: string | null = null;
  for (const part of cell.split(/\s*(?::::|[;；\n\r|、])\s*|[,，]\s*(?=[^,，]*@)/)) {
    const text = part.trim();
    if (text === '') continue;
    const inside = /^(.*?)[<(（]\s*(?:mailto:)?([^<>()（）\s]+@[^<>()（）\s]+)\s*[>)）]$/s.exec(text);
    const address =
      (inside?.[2] ?? text)
        .replace(/^mailto:/i, '')
        .split('?', 1)[0]
        ?.replace(/[,.;]+$/, '') ?? '';
    const whole = emailKey(address);
    if (whole) {
      keys.push(whole);
      name ??= inside?.[1]?.replace(/^["']|["']$/g, '').trim() || null;
      continue;
    }
    const words = text
      .split(/[\s,，/]+/)
      .flatMap((word) => (word.includes('@') ? [emailKey(word.replace(/^<|>$/g, ''))] : []));
    const found = words.flatMap((key) => (key ? [key] : []));
    if (found.length > 0) keys.push(...found);
    else bad.push(text);
  }
  return { keys, bad, name };
}

const digits = (text: string): number => text.replace(/\D/g, '').length;

/** Several numbers of one cell: "030/1234" is one, "13800138000/13900139000" two. */
export function splitPhones(cell: string): string[] {
  return splitCell(cell).flatMap((part) => {
    const pieces = part.split(/\s*[,，/]\s*/);
    return pieces.length > 1 && pieces.every((piece) => digits(piece) >= 7) ? pieces : [part];
  });
}

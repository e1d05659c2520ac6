import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { digestedText } from './digested-text.ts';

const MINUTE = 60_000;

/**
 * The key that only suggests: who wrote it, in which UTC minute, and what. The minute stands in clear, so that
 * its neighbours can be looked up. Null where nothing was written: two empty mails of one minute are not one.
 * @param sender an address as the header shows it
 * @param at UTC instant in ms
 * @param text the newly written text
 */
export function digestKey(sender: string, at: number, text: string): string | null {
  const written = digestedText(text);
  if (written === '' || !Number.isFinite(at)) return null;
  const digest = bytesToHex(sha256(utf8ToBytes(`${digestedSender(sender)}\n${written}`))).slice(0, 32);
  return `dg:${Math.floor(at / MINUTE)}:${digest}`;
}

// Lists and relays rewrite case and wrap the address; tags are kept, they are other mailboxes elsewhere.
const digestedSender = (sender: string): string =>
  (/<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender).trim().toLowerCase();

// The keys by which a message is the same message for everyone. `mid:`, `gm:` and `ext:` (imported) are unique;
// `dg:` only suggests, so it leans towards finding: footers, quotes and layout do not count.

/** More would cost the key its place in the border's limit, and no real Message-ID is so long (RFC 5322 lines end at 998). */
const LONGEST_MESSAGE_ID = 900;

/** The key of a Message-ID header, or null where it holds none. Angle brackets, folding and comments do not count. */
export function messageIdKey(header: string): string | null {
  const unfolded = header.replace(/\s+/g, ' ').trim();
  const bracketed = /<\s*([^<>\s][^<>]*?)\s*>/.exec(unfolded)?.[1];
  const id = (bracketed ?? unfolded.split(' ')[0] ?? '').replace(/[\s<>]/g, '');
  if (id === '' || id.length > LONGEST_MESSAGE_ID) return null;
  // The part after the last @ is a domain and has no case; the part before it has.
  const at = id.lastIndexOf('@');
  return `mid:${at < 0 ? id : id.slice(0, at) + id.slice(at).toLowerCase()}`;
}

/** The key of a message in one mailbox: exact there, unknown to every other. */
export const mailboxKey = (account: string, messageId: string): string =>
  `gm:${account.trim().toLowerCase()}:${messageId.trim().toLowerCase()}`;

/** The key itself and those of the minutes beside it: two mailboxes may stand on either side of a full minute. */
export function digestKeys(key: string): string[] {
  const parts = /^dg:(-?\d+):([0-9a-f]{32})$/.exec(key);
  if (!parts) return [];
  const minute = Number(parts[1]);
  return [minute, minute - 1, minute + 1].map((near) => `dg:${near}:${parts[2]}`);
}

/** Every key that may name the same message: unique ones as they are, digests with their neighbours. */
export const lookUpKeys = (fingerprint: readonly string[]): string[] => [
  ...new Set(fingerprint.flatMap((key) => (key.startsWith('dg:') ? digestKeys(key) : [key]))),
];

/** Whether two messages sharing this key are surely one (RFC 5322 3.6.4), and not only probably. */
export const isCertainKey = (key: string): boolean => /^(mid|gm|ext):/.test(key);

/** The key of an entry in another system, or of a row of a file; `<system>:<id>`. */
export const externalKey = (externalId: string): string => `ext:${externalId}`;

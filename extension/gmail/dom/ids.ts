/**
 * Gmail's lasting id (hex) of a message or thread from the one its newer interface uses: `msg-f:` and `thread-f:`
 * hold the same number in decimal. Ids made in this browser (`msg-a:r...`) hold none until they are synced.
 */
export function legacyId(syncId: string | null): string | null {
  const decimal = /^#?(?:msg|thread)-f:(\d{1,20})$/.exec(syncId ?? '')?.[1];
  return decimal ? BigInt(decimal).toString(16) : null;
}

/** `#msg-f:1` or `msg-f:1` as requests want it. */
export const permanentId = (attribute: string | null): string | null => attribute?.replace(/^#/, '') || null;

/** Written in this mailbox: Gmail keeps such an id for a message that was composed here. */
export const isComposedHere = (permanent: string | null): boolean => permanent?.startsWith('msg-a:') ?? false;

const EARLIEST = Date.UTC(2004, 3, 1);

/**
 * When the mailbox received the message, from its hex id: all but the low 20 bits are ms since the epoch.
 * Null where that gives no possible instant, so an id of another make does no harm.
 */
export function receivedAt(id: string, now: number): number | null {
  if (!/^[0-9a-f]{15,16}$/.test(id)) return null;
  const at = Number(BigInt(`0x${id}`) >> 20n);
  return at >= EARLIEST && at <= now + 86_400_000 ? at : null;
}

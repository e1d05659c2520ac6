/** The whole of a `mid:`, and of a `gm:` key all but the id: two values of one such kind are two mails. */
const kindOf = (key: string): string | null =>
  key.startsWith('mid:') ? 'mid:' : key.startsWith('gm:') ? key.slice(0, key.lastIndexOf(':')) : null;

/**
 * Whether two fingerprints are surely of different mails, however alike their texts are: both know a Message-ID, or
 * an id in the same mailbox, and none is the same. Two quick answers of the same words within a minute are two mails.
 */
export function areDifferentMails(one: readonly string[], other: readonly string[]): boolean {
  if (one.some((key) => kindOf(key) !== null && other.includes(key))) return false;
  const kinds = new Set(one.map(kindOf));
  return other.map(kindOf).some((kind) => kind !== null && kinds.has(kind));
}

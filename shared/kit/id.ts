/** A UUIDv7 in lower-case hex with hyphens (RFC 9562): sorts by the time it was made. */
export type Id = string;

/**
 * Makes a UUIDv7 from an instant and 10 random bytes; both are parameters, so a test can pin them.
 * @param at milliseconds since the epoch
 * @param random at least 10 random bytes
 */
export function idFrom(at: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16);
  let rest = at;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

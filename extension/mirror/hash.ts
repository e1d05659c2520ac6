/** Bits of a hash, and of the shard number beside it in one entry of the key index. */
export const shardBits = 20;

/**
 * A 44-bit hash of a text as two parts, as the mirror's index keeps it: two multiplicative 32-bit mixers with
 * different seeds (the shape of MurmurHash3's finalizer). Not for secrets: a hit is always checked against the row.
 * @returns the upper 32 bits in `into[1]`, the other 12 at the top of `into[0]`
 */
export function hashInto(into: Uint32Array, at: number, text: string): void {
  let a = 0x9e3779b1;
  let b = 0x85ebca77;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0xcc9e2d51);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ unit, 0x1b873593);
    b = (b << 15) | (b >>> 17);
  }
  into[at + 1] = finish(a ^ text.length, b);
  into[at] = (finish(b ^ text.length, a) >>> shardBits) << shardBits;
}

function finish(value: number, other: number): number {
  let x = value ^ (other >>> 16);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

import { createHash } from 'node:crypto';

/** A number below `limit` that always is the same for the same words. */
export const numberOf = (words: string, limit: number): number =>
  createHash('sha256').update(words).digest().readUInt32BE(0) % limit;

/** Gmail's decimal ids: milliseconds shifted by 20 bits, so they differ between mailboxes. */
export const decimalId = (at: number, words: string): bigint =>
  (BigInt(at) << 20n) | BigInt(numberOf(words, 1 << 20));

export const hexOf = (id: bigint): string => id.toString(16);

/** Client-made id of something that was written in this mailbox. */
export const ownId = (words: string): string => {
  const number = createHash('sha256').update(words).digest().readBigInt64BE(8);
  return `r${number}`;
};

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

/** The Message-ID of a sample mail, without angle brackets; the same in every mailbox and on every start. */
export const messageIdOf = (key: string, email: string): string =>
  `${createHash('sha256').update(key).digest('hex').slice(0, 20)}.${key}@${asciiDomain(email)}`;

const asciiDomain = (email: string): string => new URL(`http://${email.split('@')[1]}`).hostname;

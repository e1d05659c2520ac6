import { hash } from 'node:crypto';

/** 32 random bytes. Nothing is in it, so nothing can be read from it or forged. */
export const tokenFrom = (random: (bytes: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString('base64url');

/** A token has 256 bits of its own, so a plain hash is enough at rest. */
export const hashOfToken = (token: string): string => hash('sha256', token);

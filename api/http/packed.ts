import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { placeOf } from './place.ts';

const gzipped = promisify(gzip);
/** Below this an answer is a packet or two anyway. */
const leastLength = 16_000;
/** The quickest: it takes nearly all that the others take, and a page of a first fill waits for it. */
const level = 1;

export const acceptsGzip = (accepted: string): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$)))?/.test(accepted) &&
  !/(^|,)\s*gzip\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accepted);
/** @param place as `placeOf` says it */
const isNear = (place: string): boolean => place.startsWith('127.') || place === placeOf('::1');

export type Packed = { body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> };

/**
 * A long answer to another machine goes gzipped: a first fill is a hundred megabytes of JSON, and a tenth of that over
 * a network. On one machine it would only cost time. Packed aside, so that nobody else waits.
 */
export async function packed(text: string, accepted: string, place: string): Promise<Packed> {
  if (text.length < leastLength || isNear(place) || !acceptsGzip(accepted))
    return { body: text, headers: {} };
  const body = await gzipped(text, { level });
  return {
    body: new Uint8Array(body),
    headers: { 'content-encoding': 'gzip', vary: 'origin, accept-encoding' },
  };
}

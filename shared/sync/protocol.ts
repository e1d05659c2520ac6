import type { ErrorCode } from '../kit/error.ts';

/** The number of what client and server say to each other: raised when a side that does not know the new words would misread them. */
export const protocol = 1;
/** The header in which a client says its number. One without it is as old as the first. */
export const protocolHeader = 'x-sidebook-protocol';
/** So many apart, either side still understands the other. */
const apart = 2;

/** Why a server does not talk with a client, or null. */
export function protocolFault(said: string | null, here = protocol): ErrorCode | null {
  if (said !== null && !/^\d{1,4}$/.test(said)) return 'input.invalid';
  const theirs = Number(said ?? 1);
  if (theirs < here - apart) return 'server.newer';
  return theirs > here + apart ? 'server.older' : null;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAllowedOrigin } from './origin.ts';

export type Shed = {
  /** True: answered with 503 here, before anything was parsed or asked. */
  refuses: (request: IncomingMessage, response: ServerResponse) => boolean;
};

type Parts = {
  /** Milliseconds, monotone. */
  now: () => number;
  /** Runs when this turn of the event loop is over. */
  afterTurn: (run: () => void) => void;
  /** Writes that wait for their commit, over all workspaces. */
  writesWaiting: () => number;
  random: () => number;
};

/** Past this much work in one turn of the event loop, whoever asks more than their share waits; past the second, everyone. */
const fairMs = 25;
const mostMs = 50;
/** Some 100 ms of group commits. */
const mostWrites = 600;
/** Whoever asks less than this in a second is never the one who asks too much. */
const modest = 50;

/**
 * Reads are answered within their turn of the event loop, so a queue shows as one long turn and in no counter: the
 * turn's length is what is limited. Writes wait in their workspace's queue: its length is. Refusing early keeps the
 * answers that are given quick, and most of the machine for them.
 */
export function makeShed({ now, afterTurn, writesWaiting, random }: Parts): Shed {
  let turnBegan = -1;
  let second = 0;
  let total = 0;
  const asked = new Map<string, number>();

  function spent(at: number): number {
    if (turnBegan < 0) {
      turnBegan = at;
      afterTurn(() => {
        turnBegan = -1;
      });
    }
    return at - turnBegan;
  }

  function count(who: string, at: number): number {
    const present = Math.floor(at / 1000);
    if (present !== second) {
      second = present;
      total = 0;
      asked.clear();
    }
    total += 1;
    const mine = (asked.get(who) ?? 0) + 1;
    asked.set(who, mine);
    return mine;
  }

  function isTooMuch(request: IncomingMessage): boolean {
    const at = now();
    const turn = spent(at);
    const mine = count(request.headers.authorization ?? request.socket?.remoteAddress ?? '', at);
    if (turn > mostMs) return true;
    if (isWrite(request) && writesWaiting() > mostWrites) return true;
    return turn > fairMs && mine > Math.max(modest, (2 * total) / asked.size);
  }

  return {
    refuses: (request, response) => {
      // Health says how it is, above all now. A page that lacks one of its files is no page.
      if (request.method === 'OPTIONS' || isHealth(request.url) || isFile(request) || !isTooMuch(request))
        return false;
      const { origin } = request.headers;
      response.writeHead(503, {
        'content-type': 'application/json',
        'content-length': busyBody.length,
        // Whoever was refused together must not come back together.
        'retry-after': String(1 + Math.floor(random() * 4)),
        ...(origin && isAllowedOrigin(origin)
          ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' }
          : {}),
      });
      response.end(busyBody);
      return true;
    },
  };
}

const isHealth = (url: string | undefined): boolean => url === '/healthz' || url === '/readyz';
/** Of the app: answered from memory, for no more than a refusal costs. */
const isFile = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'GET' && /^\/app(?:$|\/(?!pair\/))/.test(url);
const isWrite = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && url.includes('sync.push');

/** A tRPC error, as every refusal is. */
const busyBody = Buffer.from(
  JSON.stringify({
    error: {
      message: 'server.busy',
      code: -32_600,
      data: { code: 'server.busy', errorCode: 'server.busy', detail: 'load', httpStatus: 503, requestId: '' },
    },
  }),
);

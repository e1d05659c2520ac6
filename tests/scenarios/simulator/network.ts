import type { LiveOn } from '../../../extension/sync/live.ts';
import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { Answer, SimulatedServer } from './server.ts';

/** How bad it is. Every number is a probability a message; times in ms. */
export type Weather = {
  latency: number;
  /** A message that takes very much longer, so that later ones overtake it. */
  straggle: number;
  dropBefore: number;
  dropAfter: number;
  double: number;
  cut: number;
  garbage: number;
  busy: number;
};
export const calm: Weather = {
  latency: 40,
  straggle: 0,
  dropBefore: 0,
  dropAfter: 0,
  double: 0,
  cut: 0,
  garbage: 0,
  busy: 0,
};
/** Each run has its own weather: some are bad in one way only, some in every way. */
export function weatherOf(random: Random): Weather {
  const often = random.pick([0, 0.02, 0.1, 0.3]);
  const some = () => (random.chance(0.6) ? often * random.next() : 0);
  return {
    latency: random.pick([1, 20, 200, 2_000]),
    straggle: some(),
    dropBefore: some(),
    dropAfter: some(),
    double: some(),
    cut: some(),
    garbage: some(),
    busy: some(),
  };
}

export type Network = {
  weather: Weather;
  /** Clients that reach nobody now, by name. */
  readonly offline: Set<string>;
  /** One request of one client. Rejects with the code that the extension's own way out would give. */
  ask(from: string, path: string, token: string | null, input: string): Promise<string>;
  /** Requests that left a browser, for the peak after an outage. */
  sent: number;
  /** A stream of news, which can break, be late or say things twice. */
  listen(from: string, on: LiveOn): Promise<() => void>;
  /** The server has written something: whoever listens is told within a second or two. */
  tell(cursor: number): void;
  /** What hangs without an answer breaks at once, as it does where a network changes. */
  reset(): void;
};

export const patienceMs = 30_000;
/** A request that nobody waits for any more does not live on for long: its connection is gone. */
const mostUnderWayMs = 9_000;
const garbage = [
  '<!doctype html><h1>Hotel Wi-Fi</h1>',
  '{"result":{}}',
  '{"result":{"data":{"rows":7}}}',
  '',
];

export function openNetwork(scheduler: Scheduler, random: Random, server: SimulatedServer): Network {
  const listeners = new Map<LiveOn, string>();
  const drop = (on: LiveOn, code: ErrorCode = 'server.unreachable') => {
    if (listeners.delete(on)) on.ended(new CodedError(code));
  };
  const hanging = new Set<() => void>();
  const network: Network = {
    weather: calm,
    listen: async (from, on) => {
      await scheduler.wait(1 + random.next() * network.weather.latency, `${from} listens`);
      if (!server.up || network.offline.has(from) || random.chance(network.weather.dropBefore))
        throw new CodedError('server.unreachable');
      listeners.set(on, from);
      const ping = () => {
        if (!listeners.has(on)) return;
        if (!server.up || network.offline.has(from)) return drop(on);
        on.heard();
        scheduler.after(15_000, `${from} ping`, ping);
      };
      ping();
      return () => void listeners.delete(on);
    },
    tell: (cursor) => {
      for (const [on, from] of listeners) {
        if (random.chance(network.weather.dropAfter)) drop(on);
        for (let times = random.chance(network.weather.double) ? 2 : 1; times > 0; times--)
          scheduler.after(random.int(1_000) + random.next() * network.weather.latency, `${from} news`, () => {
            if (listeners.has(on) && !network.offline.has(from)) on.news(cursor);
          });
      }
    },
    reset: () => {
      for (const breakOff of hanging) breakOff();
    },
    offline: new Set(),
    sent: 0,
    ask: (from, path, token, input) =>
      new Promise((resolve, reject) => {
        network.sent += 1;
        const { weather } = network;
        const what = `${from} ${path}`;
        let open = true;
        const end = (work: () => void) => {
          if (!open) return;
          open = false;
          giveUp();
          hanging.delete(broken);
          work();
        };
        const fail = (code: 'server.unreachable' | 'server.not_sidebook', detail?: string) =>
          end(() => reject(new CodedError(code, detail)));
        const broken = () => fail('server.unreachable');
        hanging.add(broken);
        const giveUp = scheduler.after(patienceMs, `${what} timed out`, () => fail('server.unreachable'));
        const later = () =>
          1 + random.next() * weather.latency * (random.chance(weather.straggle) ? 1 + random.int(100) : 1);

        if (network.offline.has(from) || random.chance(weather.dropBefore)) {
          // Refused at once, or lost without a word.
          if (random.chance(0.7))
            scheduler.after(later(), `${what} refused`, () => fail('server.unreachable'));
          return;
        }
        const arrive = (nth: number): void => {
          const sent = random.chance(weather.cut / 2) ? input.slice(0, random.int(input.length)) : input;
          scheduler.after(Math.min(later(), mostUnderWayMs), `${what} arrives${nth}`, () => {
            if (!server.up) return fail('server.unreachable', 'nobody listens');
            if (sent !== input) return fail('server.unreachable');
            if (random.chance(weather.busy))
              return answered({ ok: false, code: 'server.busy', retryAfterMs: 2_000 });
            server.handle(path, token, sent).then(answered, (error: unknown) => {
              throw error;
            });
          });
        };
        const answered = (answer: Answer): void => {
          // Drawn for each answer, so that a doubled request may bring both, one or none.
          if (random.chance(weather.dropAfter)) return;
          const spoilt = random.chance(weather.garbage);
          const cut = random.chance(weather.cut / 2);
          scheduler.after(later(), `${what} answered ${answer.ok ? '' : answer.code}`, () => {
            if (network.offline.has(from)) return;
            if (spoilt) return end(() => resolve(random.pick(garbage)));
            if (!answer.ok) return end(() => reject(refusalOf(answer)));
            end(() => resolve(cut ? answer.body.slice(0, random.int(answer.body.length)) : answer.body));
          });
        };
        arrive(1);
        if (random.chance(weather.double)) arrive(2);
      }),
  };
  return network;
}

const refusalOf = ({ code, retryAfterMs }: Extract<Answer, { ok: false }>): CodedError =>
  new CodedError(code, undefined, { retryAfterMs });

/** What the extension's own client makes of an answer: JSON in the words of the wire, of the right shape, or nothing. */
export function read<T>(text: string, check: (answer: unknown) => T | null): T {
  let data: unknown;
  try {
    data = (JSON.parse(text) as { result?: { data?: unknown } }).result?.data;
  } catch {
    throw new CodedError('server.not_sidebook', 'json');
  }
  const known = check(data);
  if (known === null) throw new CodedError('server.not_sidebook', 'shape');
  return known;
}

import { CodedError } from '../../shared/kit/error.ts';
import type { Time } from './time.ts';
import { openTries, refusals } from './tries.ts';

/** What a stream tells. After `ended` it tells nothing. */
export type LiveOn = {
  /** There is news up to here. */
  news(cursor: number): void;
  /** It is alive. */
  heard(): void;
  ended(cause: CodedError): void;
};

/** Two pings of a server and some. [L4] */
const silentMs = 40_000;
/** A sidebar says every 15 s that it is open. */
const leaseMs = 45_000;

export type LiveParts = {
  time: Time;
  /** Resolves when the stream is open, with what closes it. */
  open(on: LiveOn): Promise<() => void>;
  /** A stream was opened, or says that there is news up to the cursor. */
  news(cursor: number | null): void;
  /** The server refuses this device; the next request says why. [L3] */
  refused(): void;
  report(cause: unknown): void;
};

/** Keeps one stream open while somebody looks, and learns from it that there is news; data comes by pull alone. [L1] [L2] */
export function openLive({ time, open, news, refused, report }: LiveParts) {
  type Stream = { close: (() => void) | null; over: boolean };
  let stream: Stream | null = null;
  let isOpen = false;
  let endLease: (() => void) | null = null;
  let endSilence: (() => void) | null = null;
  const tries = openTries(time, () => start());

  function start(): void {
    if (stream || !endLease || !tries.isDue()) return;
    const mine: Stream = { close: null, over: false };
    stream = mine;
    const on: LiveOn = {
      news: (cursor) => {
        if (!mine.over) news(cursor);
      },
      heard: () => {
        if (!mine.over) listenForSilence(mine);
      },
      ended: (cause) => end(mine, cause),
    };
    listenForSilence(mine);
    open(on).then(
      (close) => {
        mine.close = close;
        if (mine.over) return close();
        isOpen = true;
        tries.succeeded();
        news(null);
      },
      (cause: unknown) => {
        if (!(cause instanceof CodedError)) report(cause);
        end(
          mine,
          cause instanceof CodedError ? cause : new CodedError('server.unexpected', 'live', { cause }),
        );
      },
    );
  }

  function listenForSilence(mine: Stream): void {
    endSilence?.();
    endSilence = time.after(silentMs, () => end(mine, new CodedError('server.unreachable', 'silent')));
  }

  function end(mine: Stream, cause: CodedError): void {
    if (mine.over) return;
    stop();
    tries.failed(cause);
    if (refusals.has(cause.code)) refused();
  }

  function stop(): void {
    endSilence?.();
    endSilence = null;
    isOpen = false;
    if (!stream) return;
    stream.over = true;
    stream.close?.();
    stream = null;
  }

  return {
    get isOpen(): boolean {
      return isOpen;
    },
    /** Somebody looks; said again as long as that is so. */
    lease(): void {
      endLease?.();
      endLease = time.after(leaseMs, () => {
        endLease = null;
        tries.stop();
        stop();
      });
      start();
    },
    /** The server answers again: no wait is due any more. */
    again(): void {
      tries.succeeded();
      start();
    },
    close(): void {
      endLease?.();
      endLease = null;
      tries.stop();
      stop();
    },
  };
}

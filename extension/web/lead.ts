import { leadLock, type OnChannel } from './channel.ts';

export type LeadParts = {
  locks: Pick<LockManager, 'request'>;
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  /** Names the code; another build's worker makes room for one that was started after it. */
  build: string;
  id: string;
  /** Opens the rooms; resolves with what closes them. */
  open(): Promise<() => Promise<void>>;
  /** Another one leads: this worker is of no use any more. */
  end(): void;
};

/**
 * Of several workers one has the rooms, because the memory of a mirror follows its own commits alone. [S5] Others wait
 * for its end. A worker of a newer build asks it to make room; one that its page finds frozen is pushed aside.
 */
export function lead({ locks, channel, build, id, open, end }: LeadParts): { pushAside(): void } {
  let leading = false;
  let over: () => void = () => undefined;

  async function take(): Promise<void> {
    leading = true;
    const closing = open();
    channel.postMessage({ leads: id } satisfies OnChannel);
    await new Promise<void>((resolve) => {
      over = resolve;
    });
    await (await closing)();
  }

  const wait = (options: LockOptions): void => {
    locks
      .request(leadLock, options, take)
      // Pushed aside, or made room.
      .catch((cause: unknown) => {
        if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
      })
      .finally(end);
  };

  channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
    if (leading && 'waits' in data && data.waits !== build) over();
  });
  wait({});
  channel.postMessage({ waits: build } satisfies OnChannel);
  return {
    pushAside: () => {
      if (!leading) wait({ steal: true });
    },
  };
}

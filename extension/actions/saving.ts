/** Mails being logged at this moment; only a running worker can be saving, so it is memory and nothing more. */
const running = new Set<string>();
const key = (tabId: number, messageId: string): string => `${tabId}/${messageId}`;
/** Of each tab, what ends the long log that is under way there. */
const ends = new Map<number, AbortController>();

export const saving = {
  has: (tabId: number, messageId: string): boolean => running.has(key(tabId, messageId)),
  start: (tabId: number, messageIds: readonly string[]): (() => void) => {
    for (const id of messageIds) running.add(key(tabId, id));
    return () => {
      for (const id of messageIds) running.delete(key(tabId, id));
    };
  },
  done: (tabId: number, messageIds: readonly string[]): void => {
    for (const id of messageIds) running.delete(key(tabId, id));
  },
  /** A long log: aborted by `stop`, or by the next one of its tab. */
  long: (tabId: number): AbortSignal => {
    ends.get(tabId)?.abort();
    const end = new AbortController();
    ends.set(tabId, end);
    return end.signal;
  },
  stop: (tabId: number): void => ends.get(tabId)?.abort(),
};

/** Mails being logged at this moment; only a running worker can be saving, so it is memory and nothing more. */
const running = new Set<string>();
const key = (tabId: number, messageId: string): string => `${tabId}/${messageId}`;

export const saving = {
  has: (tabId: number, messageId: string): boolean => running.has(key(tabId, messageId)),
  start: (tabId: number, messageIds: readonly string[]): (() => void) => {
    for (const id of messageIds) running.add(key(tabId, id));
    return () => {
      for (const id of messageIds) running.delete(key(tabId, id));
    };
  },
};

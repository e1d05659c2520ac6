/** Of some twenty people all that is asked about them. A mailbox stays open for days, and each card may be 50 kB. */
export const mostAnswers = 150;

export type Answers = {
  get(key: string): unknown;
  set(key: string, answer: unknown): void;
  clear(): void;
  readonly size: number;
};

/** What was known last, to be shown at once; what was not looked at for longest is forgotten first. */
export function keepAnswers(): Answers {
  const kept = new Map<string, unknown>();
  const put = (key: string, answer: unknown): void => {
    kept.delete(key);
    kept.set(key, answer);
  };
  return {
    get(key) {
      const answer = kept.get(key);
      if (answer !== undefined) put(key, answer);
      return answer;
    },
    set(key, answer) {
      put(key, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= mostAnswers) return;
        kept.delete(oldest);
      }
    },
    clear: () => kept.clear(),
    get size() {
      return kept.size;
    },
  };
}

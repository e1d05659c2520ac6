import { addSources, type Change, isStale, newSources, noting, type Sources } from './change.ts';
import type { ReadTx, Store } from './store.ts';

/** Answers that are kept: some forty threads with their people. */
const most = 400;

type Kept = { answer: Promise<unknown>; sources: Sources; done: boolean };

/** Keeps answers by name for as long as nothing that they were made of has changed. */
export function recaller(store: Store) {
  const answers = new Map<string, Kept>();

  return {
    recall<T>(name: string, work: (tx: ReadTx) => Promise<T>, into?: Sources): Promise<T> {
      let kept = answers.get(name);
      if (!kept) {
        const sources = newSources();
        const made: Kept = {
          answer: store.read((tx) => work(noting(tx, sources))),
          sources,
          done: false,
        };
        kept = made;
        answers.set(name, made);
        made.answer.then(
          () => {
            made.done = true;
          },
          () => {
            if (answers.get(name) === made) answers.delete(name);
          },
        );
        for (const oldest of answers.keys()) {
          if (answers.size <= most) break;
          answers.delete(oldest);
        }
      }
      const { answer, sources } = kept;
      if (!into) return answer as Promise<T>;
      return answer.then((given) => {
        addSources(into, sources);
        return given as T;
      });
    },
    /** What is still being read may have seen the time before: it is not kept either. */
    changed(change: Change): void {
      for (const [name, kept] of answers)
        if (!kept.done || isStale(kept.sources, change)) answers.delete(name);
    },
  };
}

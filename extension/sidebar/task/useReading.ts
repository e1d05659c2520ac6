import { useEffect, useState } from 'preact/hooks';
import type { ReadDue } from '../../../shared/domain/task/said/read-due.ts';
import { useSession } from '../shell/session.ts';

type Reader = typeof import('../../../shared/domain/task/said/read-due.ts')['readDue'];
let reader: Reader | null = null;
let loading: Promise<void> | null = null;

/** The rules of three languages come when the first word is typed: what is drawn first does without. */
function loadReader(): Promise<void> {
  loading ??= import('../../../shared/domain/task/said/read-due.ts').then(
    ({ readDue }) => {
      reader = readDue;
    },
    // An extension that was updated under an open page has them under another name: the words stay words.
    () => {
      loading = null;
    },
  );
  return loading;
}

export const asTyped = (typed: string): ReadDue => ({
  title: typed.trim(),
  dueDay: null,
  dueAt: null,
  zone: null,
  repeat: null,
});

export type Reading = {
  /** What is understood so far. */
  read: ReadDue;
  /** The same, once it can be understood: what is typed faster than the rules come is understood too. */
  whole(): Promise<ReadDue>;
};

export function useReading(typed: string): Reading {
  const { now, zone } = useSession();
  const [, draw] = useState(0);
  const wanted = typed.trim() !== '';
  useEffect(() => {
    if (!wanted || reader) return;
    let current = true;
    void loadReader().then(() => current && draw((n) => n + 1));
    return () => {
      current = false;
    };
  }, [wanted]);
  const understand = (): ReadDue => reader?.(typed, { now: now.value, zone }) ?? asTyped(typed);
  return {
    read: understand(),
    whole: async () => {
      await loadReader();
      return understand();
    },
  };
}

import { useState } from 'preact/hooks';
import type { Id } from '../../../shared/kit/id.ts';

export type Selection = {
  has(id: Id): boolean;
  toggle(id: Id): void;
  all(): void;
  clear(): void;
};

/** What is chosen among the rows that are shown; a row that is shown no more is chosen no more. */
export function useSelection(shown: readonly Id[]): Selection {
  const [chosen, choose] = useState<ReadonlySet<Id>>(new Set());
  const there = new Set(shown);
  return {
    has: (id) => chosen.has(id) && there.has(id),
    toggle: (id) => {
      const next = new Set([...chosen].filter((each) => there.has(each)));
      if (!next.delete(id)) next.add(id);
      choose(next);
    },
    all: () => choose(there),
    clear: () => choose(new Set()),
  };
}

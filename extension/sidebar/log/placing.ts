import { signal } from '@preact/signals';
import type { Id } from '../../../shared/kit/id.ts';

/** What is being given a place: a log to come, or one that is there. null: nothing. */
export type Placing = { of: 'log' } | { of: 'entry'; id: Id };

const now = signal<Placing | null>(null);

/** One form at a time says where a log belongs, whichever button opened it. */
export const placing = {
  get value(): Placing | null {
    return now.value;
  },
  toggle(of: 'log' | Id): void {
    const wanted: Placing = of === 'log' ? { of } : { of: 'entry', id: of };
    const open = now.peek();
    const isSame =
      open?.of === wanted.of && (open.of === 'log' || (wanted.of === 'entry' && open.id === wanted.id));
    now.value = isSame ? null : wanted;
  },
  close(): void {
    now.value = null;
  },
};

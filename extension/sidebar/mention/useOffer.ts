import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { askedFor } from '../../../shared/domain/member/mention.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

export type Offer = {
  /** What follows the `@` before the caret; null while nobody is asked for. */
  query: string | null;
  at: number;
  setAt(index: number): void;
  /** To be called whenever the caret may have moved. */
  follow(): void;
  /** True if the key was one of the list's. */
  onKey(event: KeyboardEvent, count: number, pick: (index: number) => void): boolean;
  /** The text with what was asked for replaced, and where the caret stands then. */
  replaced(by: string): { text: string; caret: number };
  close(): void;
};

/** `@` offers somebody, in a field that keeps the focus and its caret. */
export function useOffer(text: string, field: RefObject<Field>): Offer {
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const [left, leave] = useState<number | null>(null);
  const asked = caret === null ? null : askedFor(text, caret);
  const query = asked && asked.from !== left ? asked.query : null;
  useEffect(() => setAt(0), [query]);
  // Another @, or none: the one that was left is left behind.
  useEffect(() => {
    if (left !== null && asked?.from !== left) leave(null);
  }, [left, asked?.from]);
  return {
    query,
    at,
    setAt,
    follow: () => setCaret(field.current?.selectionStart ?? null),
    onKey: (event, count, pick) => {
      if (query === null) return false;
      if (event.key === 'Escape') {
        leave(asked?.from ?? null);
      } else if (count === 0) return false;
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
        setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') pick(at);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    replaced: (by) => {
      const from = asked?.from ?? text.length;
      const start = text.slice(0, from) + by;
      return { text: start + text.slice(caret ?? text.length), caret: start.length };
    },
    close: () => leave(asked?.from ?? null),
  };
}

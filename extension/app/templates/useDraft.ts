import { useEffect, useRef, useState } from 'preact/hooks';
import { useSession } from '../../sidebar/shell/session.ts';

/** What is typed of a template, kept with every stroke: nothing is lost with a tab, a crash or an update. */
export type Typed = { name: string; subject: string; body: string; shared: boolean };

const restMs = 250;
const placesOf = (key: string) => ({ head: `template ${key}`, body: `template ${key} text` });

/** @param saved what stands there without a draft */
export function useDraft(key: string, saved: Typed) {
  const session = useSession();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [isDraft, setIsDraft] = useState(false);
  const timer = useRef(0);
  const last = useRef<Typed | null>(null);
  const places = placesOf(key);
  const keep = (next: Typed | null) => {
    const { body, ...head } = next ?? saved;
    session.ask('setDraft', { place: places.body, text: next ? body : null });
    session.ask('setDraft', { place: places.head, text: next ? JSON.stringify(head) : null });
  };
  useEffect(() => {
    let current = true;
    const ask = (place: string) =>
      session.client.call('draft', { place }).then(
        ({ text }) => text,
        () => null,
      );
    void Promise.all([ask(places.head), ask(places.body)]).then(([head, body]) => {
      if (!current) return;
      setIsDraft(head !== null);
      setTyped(head === null ? saved : { ...saved, ...headIn(head), body: body ?? '' });
    });
    return () => {
      current = false;
      clearTimeout(timer.current);
      // What was typed within the last moment is kept too.
      if (last.current) keep(last.current);
    };
  }, [key]);
  return {
    typed,
    isDraft,
    type(change: Partial<Typed>): void {
      const next = { ...(typed ?? saved), ...change };
      setTyped(next);
      setIsDraft(true);
      last.current = next;
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        last.current = null;
        keep(next);
      }, restMs);
    },
    /** It is saved, or given up. */
    drop(): void {
      clearTimeout(timer.current);
      last.current = null;
      keep(null);
      setIsDraft(false);
      setTyped(saved);
    },
    done(): void {
      clearTimeout(timer.current);
      last.current = null;
      keep(null);
      setIsDraft(false);
    },
  };
}

function headIn(text: string): Partial<Typed> {
  try {
    const { name, subject, shared } = JSON.parse(text) as Partial<Typed>;
    return {
      ...(typeof name === 'string' && { name }),
      ...(typeof subject === 'string' && { subject }),
      ...(typeof shared === 'boolean' && { shared }),
    };
  } catch {
    // Cut short: the text stands in a place of its own.
    return {};
  }
}

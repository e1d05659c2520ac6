import { useEffect, useState } from 'preact/hooks';
import type { Found } from '../../messages/state.ts';
import { useSession } from '../shell/session.ts';

/** What was found, and for which words: an answer may come after the next letter. */
export type Answer = { for: string; list: Found[] };

/** The answers to what is typed, of one noun or of all; null while there is nothing to answer. */
export function useSearch(query: string, noun?: Found['noun']): Answer | null {
  const { client, state } = useSession();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const version = state.value?.version;

  // A local change may change what is found.
  useEffect(() => {
    if (!query) return setAnswer(null);
    let current = true;
    client.call('search', { text: query }).then(
      (list) =>
        current && setAnswer({ for: query, list: noun ? list.filter((found) => found.noun === noun) : list }),
      () => current && setAnswer({ for: query, list: [] }),
    );
    return () => {
      current = false;
    };
  }, [query, noun, version, client]);
  return query ? answer : null;
}

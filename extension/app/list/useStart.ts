import { useEffect, useState } from 'preact/hooks';
import type { ListNoun } from '../../../shared/domain/view/query.ts';
import type { ListStart } from '../../messages/list.ts';
import type { PageSession } from '../page.ts';

/** Fields, members and views of a list, asked for again as they change; the first answer says what was shown last. */
export function useStart(page: PageSession, noun: ListNoun): ListStart | null {
  const [start, setStart] = useState<ListStart | null>(null);
  const version = page.state.value?.version;
  const place = page.state.value?.place;
  // The version stands for what the answer is made of.
  useEffect(() => {
    let current = true;
    page.client.call('listStart', { noun }).then(
      (next) => current && setStart((before) => (isSame(before, next) ? before : next)),
      // What is there stays; the strip says how it stands with the background.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [page, noun, version, place]);
  return start;
}

const isSame = (before: ListStart | null, next: ListStart): boolean =>
  before !== null && JSON.stringify({ ...before, last: null }) === JSON.stringify({ ...next, last: null });

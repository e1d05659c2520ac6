import type { Wish } from '../../messages/compose.ts';
import type { Core } from '../core.ts';

const placeOf = (key: string): string => `compose ${key}`;

/** What was set for a mail that is being written; it outlives its window, the tab and an update of ours. */
export async function readWish(core: Core, key: string): Promise<Wish | null> {
  const text = await core.drafts.get(placeOf(key));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Wish;
  } catch {
    // Written by hand, or cut short: what was set is set again.
    return null;
  }
}

export const keepWish = (core: Core, key: string, wish: Wish | null): Promise<void> =>
  core.drafts.set(
    placeOf(key),
    wish && Object.values(wish).some((said) => said !== null) ? JSON.stringify(wish) : null,
  );

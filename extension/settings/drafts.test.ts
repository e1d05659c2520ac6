import { expect, test } from 'vitest';
import { openDrafts } from './drafts.ts';

/** An area whose every answer takes a while, as the browser's does. */
function slowArea() {
  const kept = new Map<string, unknown>();
  const soon = <T>(run: () => T) => new Promise<T>((resolve) => setTimeout(() => resolve(run()), 2));
  return {
    get: (name: string) => soon(() => (kept.has(name) ? { [name]: kept.get(name) } : {})),
    set: (items: Record<string, unknown>) =>
      soon(() => {
        for (const [name, value] of Object.entries(items)) kept.set(name, value);
      }),
    remove: (name: string) => soon(() => void kept.delete(name)),
  };
}

test('what is typed, read and cleared at once is so in that order: no letter is missed, and none comes back', async () => {
  const drafts = openDrafts(slowArea() as unknown as Parameters<typeof openDrafts>[0]);
  void drafts.set('a', 'h');
  void drafts.set('a', 'half');
  expect(await drafts.get('a')).toBe('half');
  void drafts.set('a', 'half a note');
  void drafts.set('a', null);
  expect(await drafts.get('a')).toBeNull();
  void drafts.set('b', 'other');
  await drafts.clear();
  expect(await drafts.get('b')).toBeNull();
});

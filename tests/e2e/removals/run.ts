import type { Launched } from '../../doubles/browser/launch.ts';
import type { Removal } from './derive.ts';
import { measured } from './steps.ts';
import { type Fault, type Walked, walk } from './walk.ts';

type How = {
  /** How many tabs at a time. */
  tabs?: number;
  /** No walk begins after it. */
  until?: number;
  tell?: (removal: Removal, walked: Walked) => void;
};

/** Walks through all of these; what failed is tried once more by itself, as a machine may be busy. */
export async function walkAll(
  desk: Launched,
  build: string,
  removals: readonly Removal[],
  { tabs = 3, until = Number.POSITIVE_INFINITY, tell }: How = {},
): Promise<{ done: number; faults: Fault[] }> {
  const { ms } = await walk(desk, build, { name: 'nothing', search: 'nav=classic' });
  measured(tabs > 1 ? 1.5 * ms : ms);
  const waiting = [...removals];
  const again: Removal[] = [];
  let done = 0;
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      for (let next = waiting.shift(); next && Date.now() < until; next = waiting.shift()) {
        const walked = await walk(desk, build, next);
        done += 1;
        if (walked.faults.length > 0) again.push(next);
        tell?.(next, walked);
      }
    }),
  );
  const faults: Fault[] = [];
  for (const each of again) {
    const walked = await walk(desk, build, each);
    faults.push(...walked.faults);
    tell?.(each, walked);
  }
  return { done, faults };
}

import { givenByStandIn, removalsOf } from '../e2e/removals/derive.ts';
import { walkAll } from '../e2e/removals/run.ts';
import { granted } from '../e2e/world/build.ts';
import { openWorld } from '../e2e/world.ts';

/** Every single thing that Gmail may take away or rename, walked through once. */
export async function soakRemovals(until: number): Promise<{ done: number; violations: string[] }> {
  const all = removalsOf(await givenByStandIn());
  const build = await granted();
  const world = await openWorld();
  try {
    const { done, faults } = await walkAll(await world.open('nora'), build, all, { until });
    const rest = all.length - done;
    return {
      done,
      violations: [
        ...faults.map(({ removal, step, what }) => `${removal}, ${step}: ${what}`),
        ...(rest > 0 ? [`${rest} of ${all.length} removals were not reached in time`] : []),
      ],
    };
  } finally {
    await world.close();
  }
}

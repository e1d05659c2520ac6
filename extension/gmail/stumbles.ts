import type { Probes } from './health.ts';

type World = Pick<Window, 'addEventListener'>;

/**
 * InboxSDK throws from observers of its own where Gmail changed under it, out of reach of any call of ours. Each costs
 * what it was about to do; how many there were stands in the report. Only this extension's own world is heard here.
 */
export function countStumbles(world: World, probes: Probes, signal: AbortSignal): void {
  for (const type of ['error', 'unhandledrejection'] as const)
    world.addEventListener(type, () => probes.note('uncaught', false), { signal });
}

import { killBrowsers } from '../e2e/kills/browser.ts';
import { closeTabs } from '../e2e/kills/tab.ts';
import { pairedDevice, pullAll } from '../e2e/world/remote.ts';
import { openWorld } from '../e2e/world.ts';
import { chanceOf } from '../fixtures/sample/workspace/chance.ts';

const mostKills = 100;
const mostCloses = 1_000;

/** Kills of the whole browser, and tabs closed in the middle of a save. */
export async function soakBrowserKills(until: number): Promise<{ done: number; violations: string[] }> {
  const world = await openWorld();
  const violations: string[] = [];
  let done = 0;
  try {
    const device = await pairedDevice(world.server.url, world.filled.codes.mia[4] ?? '');
    const contactId = (await pullAll(device)).find(({ noun }) => noun === 'contact')?.row.id ?? '';
    let desk = await world.open('nora');
    for (let turn = 1; done < mostKills + mostCloses && violations.length === 0; turn++) {
      if (Date.now() >= until) break;
      const killed = await killBrowsers({
        world,
        desk,
        device,
        contactId,
        kills: mostKills / 10,
        chance: chanceOf(turn),
        until,
      });
      desk = killed.desk;
      const closed = await closeTabs({
        desk,
        device,
        person: 'Clara Jensen',
        closes: mostCloses / 10,
        chance: chanceOf(turn + 1_000),
        until,
      });
      done += killed.kills + closed.closed;
      violations.push(...killed.violations, ...closed.violations);
    }
  } finally {
    await world.close();
  }
  return { done, violations };
}

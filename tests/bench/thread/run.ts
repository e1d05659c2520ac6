import type { Page } from 'playwright-core';
import { type Launched, launch } from '../../doubles/browser/launch.ts';
import { panelOf } from '../../e2e/world/panel.ts';
import { openWorld } from '../../e2e/world.ts';
import { buildBarePanel } from '../bare-panel/build.ts';
import { type Figure, figure, median } from '../figure.ts';
import { timeThread, watchThreads } from './time-thread.ts';

const rounds = 7;
/** Threads of known people, and whose card must be there. */
export const threads: [subject: string, shows: string][] = [
  ['Renewal of the sensor contract', 'Ada Okafor'],
  ['Quote for the cold store in Leeds', 'Clara Jensen'],
  ['Hydro station 4: sensor roll-out', 'Ingrid Solvik'],
];

/** From a thread's element in the page to the contact's last field painted, beside a bare panel's constant. */
export async function threadFigures(): Promise<Figure[]> {
  const world = await openWorld();
  const bare = await launch({ extension: await buildBarePanel(), gmail: world.standIn });
  try {
    const desk = await world.open('nora', { build: 'shipped' });
    const ours = await ready(desk);
    const floor = await ready(bare);
    const panel = await panelOf(ours);
    const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
    for (let round = 0; round <= rounds; round++) {
      for (const [subject, shows] of threads) {
        const mine = await timeThread(ours, panel, subject, shows);
        const theirs = await timeThread(floor, floor.mainFrame(), subject, 'Ada Lovelace');
        // The first round opens each thread for the first time: scripts are compiled, caches are cold.
        if (round === 0) continue;
        times.ours.push(mine);
        times.floor.push(theirs);
      }
    }
    return [
      figure(
        'Thread on screen to the last field painted, beside a bare panel',
        median(times.ours),
        median(times.floor),
        'ms',
      ),
    ];
  } finally {
    await bare.close();
    await world.close();
  }
}

/** InboxSDK starts half a second after the page; what is measured is a mailbox in use. */
export async function ready({ context, openMail }: Launched): Promise<Page> {
  await watchThreads(context);
  const page = await openMail('#inbox');
  await page.locator('tr.zA').first().waitFor();
  await page.waitForTimeout(4_000);
  return page;
}

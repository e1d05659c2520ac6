import { launch } from '../../doubles/browser/launch.ts';
import { openWorld } from '../../e2e/world.ts';
import { buildBarePanel } from '../bare-panel/build.ts';
import { type Figure, figure, median } from '../figure.ts';
import { type Heap, heapsOver } from './heap.ts';
import { scriptOfLoad } from './load.ts';

const loads = 3;
const goals = [50, 500];

/** What a mailbox costs while it loads, and what it keeps after a day of threads. */
export async function mailboxFigures(): Promise<Figure[]> {
  const world = await openWorld();
  const none = await launch({ gmail: world.standIn });
  const bare = await launch({ extension: await buildBarePanel(), gmail: world.standIn });
  try {
    const ours = await world.open('nora', { build: 'shipped' });
    const spent: Record<'none' | 'bare' | 'ours', number[]> = { none: [], bare: [], ours: [] };
    for (let round = 0; round <= loads; round++) {
      for (const [name, browser] of Object.entries({ none, bare, ours })) {
        const script = await scriptOfLoad(browser);
        // The first one compiles what the others find compiled.
        if (round > 0) spent[name as keyof typeof spent].push(script);
      }
    }
    const [alone, sdk, whole] = [median(spent.none), median(spent.bare), median(spent.ours)];
    const floor = await heapsOver(bare, goals, false);
    const mine = await heapsOver(ours, goals, true);
    return [
      figure('Script of ours in a mailbox’s load, beside InboxSDK’s own', whole - sdk, sdk - alone, 'ms'),
      ...grown('Sidebar', mine.panel),
      ...grown('Background', mine.worker),
      ...grown('Page', mine.page),
      ...grown('Page with a bare panel', floor.page),
    ];
  } finally {
    await none.close();
    await bare.close();
    await world.close();
  }
}

/** The heap as a whole, and what of it is no code: only that can be a leak of ours. */
function grown(whose: string, [early, late]: Heap[]): Figure[] {
  if (!early || !late) throw new Error('nothing was measured');
  const span = `after ${goals[1]} threads, beside ${goals[0]}`;
  return [
    figure(`${whose}: heap ${span}`, late.whole, early.whole, 'MB'),
    figure(`${whose}: without code ${span}`, late.held, early.held, 'MB'),
  ];
}

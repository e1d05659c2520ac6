import { panelOf } from '../../e2e/world/panel.ts';
import { openWorld } from '../../e2e/world.ts';
import { type Figure, figure, median } from '../figure.ts';
import { ready, threads } from '../thread/run.ts';
import { timeThread } from '../thread/time-thread.ts';

const rounds = 5;

/** From a thread's element in the page to the contact's last field painted, with the server off beside on. */
export async function offlineFigures(): Promise<Figure[]> {
  const world = await openWorld();
  try {
    const mail = await ready(await world.open('nora', { build: 'shipped' }));
    const panel = await panelOf(mail);
    const [on, off]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      // The first round opens each thread for the first time: scripts are compiled, caches are cold.
      const keep = (times: number[], ms: number) => round > 0 && times.push(ms);
      for (const [subject, shows] of threads) keep(on, await timeThread(mail, panel, subject, shows));
      await world.server.stop();
      for (const [subject, shows] of threads) keep(off, await timeThread(mail, panel, subject, shows));
      await world.server.start();
    }
    return [
      figure('Thread on screen to the contact painted, server off beside on', median(off), median(on), 'ms'),
    ];
  } finally {
    await world.close();
  }
}

import type { Frame } from 'playwright-core';
import { openThread } from '../../e2e/world/mail.ts';
import { panelOf } from '../../e2e/world/panel.ts';
import { armed, button, logState, press, words } from '../../e2e/world/sidebar.ts';
import { openWorld } from '../../e2e/world.ts';
import { type Figure, figure, median } from '../figure.ts';

const rounds = 20;
const subject = 'Quote for the cold store in Leeds';

declare global {
  interface Window {
    /** Milliseconds from the last trusted click to the frame in which what it was to change was painted. */
    clickPainted: Promise<number>;
  }
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

/** A trusted click on Log to its visible state, with the server there and away, beside a bare button that writes a text. */
export async function clickFigures(): Promise<Figure[]> {
  const world = await openWorld();
  try {
    const desk = await world.open('nora', { build: 'shipped' });
    const mail = await desk.openMail('#inbox');
    const panel = await panelOf(mail);
    await openThread(mail, subject);
    await button(panel, /^Log to /).waitFor();
    await armed(panel);
    await addBare(panel);
    const figures: Figure[] = [];
    for (const server of ['on', 'off'] as const) {
      if (server === 'off') await world.server.stop();
      const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
      for (let round = 0; round <= rounds; round++) {
        const ours = await timed(panel, '[data-log]:not([data-log=none])', () => press(panel, /^Log to /));
        await logState(panel, server === 'on' ? 'logged' : 'waiting', 20_000);
        await press(panel, words.sidebar_undo_log({ subject: await subjectOf(panel) }));
        await logState(panel, 'none', 20_000);
        const floor = await timed(panel, '#bare[data-done="1"]', () => panel.locator('#bare').click());
        // The first round compiles.
        if (round === 0) continue;
        times.ours.push(ours);
        times.floor.push(floor);
      }
      const of = (name: string, take: (values: readonly number[]) => number) =>
        figure(
          `Click on Log to its painted state, server ${server}, ${name}`,
          take(times.ours),
          take(times.floor),
          'ms',
        );
      figures.push(of('median', median), of('95th of 100', p95));
    }
    return figures;
  } finally {
    await world.close();
  }
}

const subjectOf = (panel: Frame): Promise<string> =>
  panel
    .locator('[aria-label^="Undo the log of "]')
    .getAttribute('aria-label')
    .then((label) => (label ?? '').replace('Undo the log of ', ''));

/** A button of the same page whose click writes a text, and nothing else. */
const addBare = (panel: Frame): Promise<void> =>
  panel.evaluate(() => {
    const bare = document.createElement('button');
    bare.id = 'bare';
    bare.textContent = 'Bare';
    bare.addEventListener('click', () => {
      bare.dataset.done = '1';
      bare.textContent = 'Done';
    });
    // Within the panel's own root: whatever covers that takes away its right to change anything.
    document.querySelector('[data-log]')?.parentElement?.prepend(bare);
  });

/** From the browser's own time of the click to the end of the frame in which `there` is first found. */
async function timed(panel: Frame, there: string, click: () => Promise<void>): Promise<number> {
  await panel.evaluate((selector) => {
    for (const old of document.querySelectorAll<HTMLElement>('#bare')) old.dataset.done = '0';
    window.clickPainted = new Promise((resolve) => {
      document.addEventListener(
        'click',
        (event) => {
          const frame = () => {
            if (!document.querySelector(selector)) return requestAnimationFrame(frame);
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - event.timeStamp);
            return port2.postMessage(null);
          };
          requestAnimationFrame(frame);
        },
        { capture: true, once: true },
      );
    });
  }, there);
  await click();
  return panel.evaluate(() => window.clickPainted);
}

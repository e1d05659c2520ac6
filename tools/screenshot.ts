import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../api/start.ts';
import { findOrInstallChromium } from './browser/find.ts';
import { attachFrame } from './browser/page.ts';
import { buildExtension } from './extension.ts';
import { inRoot } from './paths.ts';
import { startSample } from './sample/sample.ts';

const say = (line: string) => console.log(line);
const subject = 'Quote for the cold store in Leeds';
const picture = inRoot('docs/images/thread.png');

/** The README's picture: the sample mailbox with a thread open, made by the product itself. */
const data = await mkdtemp(join(tmpdir(), 'sidebook-screenshot-'));
const closes: (() => Promise<void>)[] = [() => rm(data, { recursive: true, force: true, maxRetries: 5 })];
const onStop = (close: () => Promise<void>) => {
  closes.push(close);
};
try {
  const server = await startServer({ PORT: '0', SIDEBOOK_DATA: data, SIDEBOOK_LOG: 'error' });
  onStop(() => server.close());
  const sample = await startSample(server, data, say, onStop);
  const extension = await buildExtension({ browser: 'chrome' });
  const { pipe, extensionId, mailbox } = await sample.openWindow(
    await findOrInstallChromium(say),
    extension,
    { headless: true },
  );
  onStop(() => pipe.close());
  const row = `[...document.querySelectorAll('tr.zA')].find((row) => row.textContent.includes('${subject}'))`;
  await mailbox.until(row, 'the mail in the list');
  await mailbox.ask(`${row}.setAttribute('data-shot', '')`);
  await mailbox.click('tr[data-shot]');
  const frame = await attachFrame(pipe, `chrome-extension://${extensionId}/sidebar.html`);
  await frame.until(`document.querySelector('[data-log=none]')`, 'the sidebar');
  // Buttons are drawn as pressable half a second after the frame was first really visible.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await mkdir(inRoot('docs/images'), { recursive: true });
  await writeFile(picture, await mailbox.screenshot());
  say(`Written: ${picture}`);
} finally {
  for (const close of closes.reverse()) await close();
}

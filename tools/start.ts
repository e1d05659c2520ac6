import { resolve } from 'node:path';
import { readSettings } from '../api/env.ts';
import { startServer } from '../api/start.ts';
import { findOrInstallChromium } from './browser/find.ts';
import { buildExtension } from './extension.ts';
import { offerLinks } from './links.ts';
import { untilStopped } from './stop.ts';
import { bringWeb } from './web.ts';

const say = (line: string) => console.log(line);
const isEmpty = process.argv.includes('--empty');
const isTwo = process.argv.includes('--two');

await untilStopped(async (onStop) => {
  const settings = { SIDEBOOK_LOG: 'warn', ...process.env };
  // What cannot be used is said before anything is built.
  readSettings(settings);
  await bringWeb(say);
  say('Starting the server ...');
  const running = await startServer(settings);
  onStop(() => running.close());
  say('Building the extension ...');
  const extension = await buildExtension({ browser: 'chrome' });
  const data = resolve(process.env.SIDEBOOK_DATA || './data');
  const sample = isEmpty
    ? null
    : await (await import('./sample/sample.ts')).startSample(running, data, say, onStop);

  say('');
  say(`Server     ${running.origin}`);
  say(`Extension  ${extension}`);
  say(`App        ${running.origin}/app (without the extension, also on a phone)`);
  if (running.setupLink)
    say(`Set up     open once, to sign in on the server's pages later: ${running.setupLink}`);
  say(`Pair       paste into the extension's welcome page within 10 minutes: ${await running.pairLink()}`);
  say('');
  if (sample && !hasDisplay()) say('There is no display, so the sample mailbox is not opened.');
  if (sample && hasDisplay()) {
    say('Opening the sample mailbox in a browser profile of its own ...');
    const executable = await findOrInstallChromium(say);
    const { pipe } = await sample.openWindow(executable, extension);
    onStop(() => pipe.close());
    let stopping = false;
    onStop(async () => {
      stopping = true;
    });
    void pipe.ended.then(() => stopping || say('The sample window is closed. The server still runs.'));
    if (isTwo) {
      say('Opening the mailbox of a teammate, Mia, in a second profile ...');
      const second = await sample.openWindow(executable, extension, {}, 'mia');
      onStop(() => second.pipe.close());
    }
    say('The sample mailbox is open: open a mail, then press Log.');
  }
  offerLinks(running);
});

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

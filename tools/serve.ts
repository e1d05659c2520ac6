import { readSettings } from '../api/env.ts';
import { startServer } from '../api/start.ts';
import { offerLinks } from './links.ts';
import { untilStopped } from './stop.ts';
import { bringWeb } from './web.ts';

await untilStopped(async (onStop) => {
  const settings = { SIDEBOOK_LOG: 'warn', ...process.env };
  // What cannot be used is said before anything is built.
  readSettings(settings);
  await bringWeb(console.log);
  const running = await startServer(settings);
  onStop(() => running.close());
  console.log(`Server     ${running.origin}`);
  if (running.setupLink) console.log(`Set up     open once, to sign in later: ${running.setupLink}`);
  console.log(
    `Pair       paste into the extension's welcome page within 10 minutes: ${await running.pairLink()}`,
  );
  offerLinks(running);
});

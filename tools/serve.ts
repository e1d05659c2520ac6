import { startServer } from '../api/start.ts';
import { offerLinks } from './links.ts';
import { untilStopped } from './stop.ts';

await untilStopped(async (onStop) => {
  const running = await startServer({ SIDEBOOK_LOG: 'warn', ...process.env });
  onStop(() => running.close());
  console.log(`Server     ${running.origin}`);
  console.log(
    `Pair       paste into the extension's welcome page within 10 minutes: ${await running.pairLink()}`,
  );
  offerLinks(running);
});

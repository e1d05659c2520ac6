import { SettingsError } from './env.ts';
import { startServer } from './start.ts';

try {
  const running = await startServer(process.env);
  const { origin, setupLink } = running;
  // Once somebody signs in, a code for the owner has no place in a log that is kept.
  const way = setupLink ? `with ${await running.pairLink()}` : `at ${origin}/pair`;
  process.stdout.write(`Sidebook is ready at ${origin} - pair a browser ${way}\n`);
  if (setupLink) process.stdout.write(`Set it up once with ${setupLink}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => running.close().then(() => process.exit(0)));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

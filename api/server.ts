import { SettingsError } from './env.ts';
import { startServer } from './start.ts';

try {
  const running = await startServer(process.env);
  process.stdout.write(
    `Sidebook is ready at ${running.origin} - pair a browser with ${await running.pairLink()}\n`,
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => running.close().then(() => process.exit(0)));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

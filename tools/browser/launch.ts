import { mkdir } from 'node:fs/promises';
import { openPipe, type Pipe } from './pipe.ts';

type Launch = {
  executable: string;
  profile: string;
  /** Unpacked extension to load. */
  extension: string;
  /** Where mail.google.com is answered instead of by Gmail, and the one key trusted for it. */
  mail: { port: number; pin: string };
  headless?: boolean;
};
export type Launched = { pipe: Pipe; extensionId: string };

/** A browser of its own profile from which the real Gmail cannot be reached, with the extension loaded. */
export async function launch({
  executable,
  profile,
  extension,
  mail,
  headless = false,
}: Launch): Promise<Launched> {
  await mkdir(profile, { recursive: true });
  const pipe = openPipe(executable, [
    `--user-data-dir=${profile}`,
    // Branded Chrome ignores --load-extension; Extensions.loadUnpacked over the pipe works in all.
    '--enable-unsafe-extension-debugging',
    `--host-resolver-rules=MAP mail.google.com 127.0.0.1:${mail.port}`,
    `--ignore-certificate-errors-spki-list=${mail.pin}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    '--use-mock-keychain',
    '--hide-crash-restore-bubble',
    '--window-size=1360,860',
    ...(headless ? ['--headless=new'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    'about:blank',
  ]);
  const { id } = await pipe.send<{ id: string }>('Extensions.loadUnpacked', { path: extension });
  return { pipe, extensionId: id };
}

import { rename, rm } from 'node:fs/promises';
import { fingerprint, unlessMade } from './fingerprint.ts';
import { inRoot } from './paths.ts';
import { runBin } from './run.ts';

const compiled = inRoot('shared/i18n/compiled');

/** Compiles the messages of all languages, when they changed. */
export async function compileMessages(): Promise<boolean> {
  const sources = ['shared/i18n/messages', 'project.inlang/settings.json', 'package-lock.json'];
  return unlessMade(`${compiled}/messages.js`, fingerprint(sources), async () => {
    // Made aside and put in place at once, as something else may be reading them.
    const fresh = inRoot(`.output/i18n/${process.pid}`);
    const { code, output } = await runBin('@inlang/paraglide-js', 'paraglide-js', [
      'compile',
      ...['--project', './project.inlang', '--outdir', fresh],
      ...['--strategy', 'baseLocale', '--silent'],
    ]);
    if (code !== 0) throw new Error(`The messages did not compile: ${output.trim()}`);
    await rm(compiled, { recursive: true, force: true });
    await rename(fresh, compiled);
  });
}

import { fingerprint, unlessMade } from './fingerprint.ts';
import { inRoot } from './paths.ts';
import { runBin } from './run.ts';

/** Compiles the messages of all languages, when they changed. */
export async function compileMessages(): Promise<boolean> {
  const sources = ['shared/i18n/messages', 'project.inlang/settings.json', 'package-lock.json'];
  return unlessMade(inRoot('shared/i18n/compiled/messages.js'), fingerprint(sources), async () => {
    const { code, output } = await runBin('@inlang/paraglide-js', 'paraglide-js', [
      'compile',
      ...['--project', './project.inlang', '--outdir', './shared/i18n/compiled'],
      ...['--strategy', 'baseLocale', '--silent'],
    ]);
    if (code !== 0) throw new Error(`The messages did not compile: ${output.trim()}`);
  });
}

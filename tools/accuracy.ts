import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { inRoot, output, root } from './paths.ts';
import { run } from './run.ts';

/**
 * Scores our readers. The adapter is built into one ES module, so that whoever has cases and a scorer of their own can
 * take it along. Other people's pages and mails are no part of the project: where none lie beside it, its own are scored.
 */
const adapter = 'accuracy-adapter.mjs';
const realMails = inRoot('..', 'shared', 'cases');
/** What of promises is found and closed is scored by the project's own sentences, and by real mails where some lie beside it. */
const scorePromises = () =>
  run(process.execPath, [inRoot('tests', 'accuracy', 'promises', 'report.ts'), realMails], { show: true });
if (process.argv[2] === 'promises') {
  const { code } = await scorePromises();
  process.exit(code);
}

await build({
  configFile: false,
  logLevel: 'error',
  root,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: inRoot('tests/accuracy/adapter.ts'),
    outDir: output,
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { output: { entryFileNames: adapter, codeSplitting: false } },
  },
});

const given = process.argv.slice(2);
const named = given[0]?.endsWith('.mjs') ? given[0] : process.env.SIDEBOOK_SCORER;
const checks = given[0]?.endsWith('.mjs') ? given.slice(1) : given;
const beside = join(realMails, 'score.mjs');
const own = inRoot('tests', 'accuracy', 'score.ts');
const scorer = named ?? (existsSync(beside) ? beside : own);
if (!existsSync(scorer)) {
  console.error(
    `There is no scorer at ${scorer}. Without a name the cases beside the project, or its own, are taken.`,
  );
  process.exit(1);
}
const built = `${output}/${adapter}`;
const { code } = await run(process.execPath, [scorer, built, ...checks], { show: true });
process.exitCode = code;
if (code === 0 && existsSync(join(dirname(scorer), 'pages.json')) && checks.length === 0)
  await run(process.execPath, [inRoot('tests', 'accuracy', 'further.ts'), built, dirname(scorer)], {
    show: true,
  });
if (code === 0 && checks.length === 0) await scorePromises();

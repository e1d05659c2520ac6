import { existsSync } from 'node:fs';
import { inRoot } from './paths.ts';
import { run } from './run.ts';

/** Other people's pages and mails are not part of the project, so the cases are named by whoever has some. */
const scorer = process.argv[2] ?? process.env.SIDEBOOK_SCORER ?? '';
if (!existsSync(scorer)) {
  console.error('Name a script that scores an adapter: npm run accuracy -- path/to/score.mjs [checks]');
  process.exit(1);
}
const { code } = await run(
  process.execPath,
  [scorer, inRoot('tests/accuracy/adapter.ts'), ...process.argv.slice(3)],
  { show: true },
);
process.exitCode = code;

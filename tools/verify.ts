import { compileMessages } from './messages.ts';
import { type Ran, runBin } from './run.ts';

/** What every hand-over passes: fast, without browser or network. */
const checks: [name: string, run: () => Promise<Ran>, onFailure: string][] = [
  [
    'format and lint',
    () => runBin('@biomejs/biome', 'biome', ['check', '--error-on-warnings']),
    '`npm run fix` mends most of it.',
  ],
  ['types', () => runBin('typescript', 'tsc', ['--build']), 'Mend the types named above.'],
  [
    'unused code',
    () => runBin('knip', 'knip', ['--no-progress']),
    'Remove what nothing uses, or name its user in knip.json.',
  ],
  [
    'house rules and unit tests',
    () => runBin('vitest', 'vitest', ['run', '--project', 'house', '--project', 'unit']),
    'Each failing test says which rule it holds.',
  ],
];

await compileMessages();
const started = performance.now();
let failed = 0;
for (const [name, check, onFailure] of checks) {
  const start = performance.now();
  const { code, output } = await check();
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(start)} s)`);
  if (code === 0) continue;
  failed += 1;
  console.log(`${output.trim()}\n-> ${onFailure}\n`);
}
console.log(
  failed === 0 ? `All well in ${seconds(started)} s.` : `${failed} of ${checks.length} checks failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

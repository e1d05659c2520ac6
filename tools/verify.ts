import { checks } from './checks.ts';
import { compileMessages } from './messages.ts';
import { runBin } from './run.ts';

const tests = {
  name: 'house rules and unit tests',
  run: () => runBin('vitest', 'vitest', ['run', '--project', 'house', '--project', 'unit']),
  onFailure: 'Each failing test says which rule it holds.',
};

/** What every hand-over passes: fast, without browser or network. The tests have the cores for themselves, as some look at the clock. */
const steps = [checks, [tests]];

await compileMessages();
const started = performance.now();
let failed = 0;
for (const step of steps)
  await Promise.all(
    step.map(async ({ name, run, onFailure }) => {
      const start = performance.now();
      const { code, output } = await run();
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(start)} s)`);
      if (code === 0) return;
      failed += 1;
      console.log(`${output.trim()}\n-> ${onFailure}\n`);
    }),
  );
console.log(
  failed === 0 ? `All well in ${seconds(started)} s.` : `${failed} of ${steps.flat().length} checks failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

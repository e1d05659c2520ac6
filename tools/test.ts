import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { findOrInstallChromium, findOrInstallFirefox, installDebianPackage } from './browser/find.ts';
import { compileMessages } from './messages.ts';
import { inRoot } from './paths.ts';
import { runBin } from './run.ts';
import { testBuilds } from './testBuilds.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  success: boolean;
};

const say = (line: string) => console.log(line);
const report = inRoot('.output/test/report.json');

try {
  say('Looking for the browsers ...');
  process.env.SIDEBOOK_CHROMIUM = await findOrInstallChromium(say);
  say(`  Chromium: ${process.env.SIDEBOOK_CHROMIUM}`);
  const firefox = await findOrInstallFirefox(say);
  if (firefox) process.env.SIDEBOOK_FIREFOX = firefox;
  say(`  Firefox: ${firefox ?? 'none, its smoke test will say so'}`);
  if (!existsSync('/usr/share/fonts/opentype/noto')) await installDebianPackage('fonts-noto-cjk', say);
  if (!existsSync('/usr/bin/Xvfb')) await installDebianPackage('xvfb', say);
  say('Compiling messages ...');
  await compileMessages();
  say('Building the extension for the tests ...');
  await testBuilds();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// A hundred servers are started: each takes a fifth less time where it finds its code compiled.
process.env.NODE_COMPILE_CACHE ??= inRoot('.output/compiled');
await mkdir(inRoot('.output/test'), { recursive: true });
await rm(report, { force: true });
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const { code } = await runBin('vitest', 'vitest', args, { show: true });
if (!existsSync(report)) {
  console.error('The tests did not run to their end: see the lines above.');
  process.exit(code || 1);
}
const counts = JSON.parse(await readFile(report, 'utf8')) as Report;
// A file that could not even be loaded counts as one failure: it holds tests that did not run.
const failed =
  counts.numFailedTests === 0 && !counts.success
    ? Math.max(1, counts.numFailedTestSuites)
    : counts.numFailedTests;
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
console.log(`\n${counts.numPassedTests} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? code || 1 : code;

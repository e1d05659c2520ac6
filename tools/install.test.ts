import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { inRoot } from './paths.ts';

type Entry = { version: string; optional?: boolean };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook install '));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  mkdirSync(join(folder, 'tools'));
  cpSync(inRoot('tools/install.mjs'), join(folder, 'tools/install.mjs'));
  writeFileSync(join(folder, 'tools/generate.ts'), '');
});

function lock(file: string, packages: Record<string, Entry>): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), JSON.stringify({ packages: { '': {}, ...packages } }));
}

function installed(packages: Record<string, Entry>): void {
  lock('node_modules/.package-lock.json', packages);
  for (const path of Object.keys(packages)) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'package.json'), '{}');
  }
}

/** Runs it with an npm that only notes how it was called. */
function install(npmEndsWith = 0) {
  writeFileSync(
    join(folder, 'npm.mjs'),
    `import { writeFileSync } from 'node:fs';
     writeFileSync('called.json', JSON.stringify(process.argv.slice(2)));
     process.exit(${npmEndsWith});`,
  );
  const env = { ...process.env, npm_execpath: join(folder, 'npm.mjs') };
  const run = spawnSync(process.execPath, ['tools/install.mjs'], { cwd: folder, env, encoding: 'utf8' });
  return { ...run, said: run.stdout + run.stderr };
}
const npmCalls = () => JSON.parse(readFileSync(join(folder, 'called.json'), 'utf8')) as string[];

test('on a fresh clone the packages of the lockfile are installed', () => {
  lock('package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(install().said).toContain('Installing the packages');
  expect(npmCalls()[0]).toBe('ci');
});

test('a second time nothing is installed, so it works without a network', () => {
  lock('package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  installed({ 'node_modules/a': { version: '1.0.0' } });
  const run = install(1);
  expect(run.said).toBe('');
  expect(run.status).toBe(0);
});

test('a package for another machine may be missing', () => {
  lock('package-lock.json', {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-win32': { version: '1.0.0', optional: true },
  });
  installed({ 'node_modules/a': { version: '1.0.0' } });
  expect(install(1).status).toBe(0);
});

test('a version that the lockfile no longer names is installed anew', () => {
  lock('package-lock.json', { 'node_modules/a': { version: '1.1.0' } });
  installed({ 'node_modules/a': { version: '1.0.0' } });
  expect(install().said).toContain('Installing the packages');
});

test('a failed installation is one sentence that says what to do', () => {
  lock('package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  const run = install(7);
  expect(run.status).toBe(1);
  expect(run.stderr.trim()).toBe(
    'The packages could not be installed: connect to the internet, then run the same command again.',
  );
});

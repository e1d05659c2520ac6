import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../../tools/paths.ts';
import { freePort } from '../contract/sqld.ts';

// deploy/sidebook.sh with real servers on real data; only the container engine is a stand-in.

const home = mkdtempSync(join(tmpdir(), 'sidebook upgrade '));
const images = join(home, 'images');
const deploy = join(home, 'deploy');
let env: Record<string, string>;

/** A release: this one's sources, with something of its own. */
function makeImage(version: string, change: (folder: string) => void = () => undefined): void {
  const folder = join(images, version);
  mkdirSync(folder, { recursive: true });
  for (const part of ['api', 'shared', 'tools', 'package.json'])
    cpSync(inRoot(part), join(folder, part), { recursive: true });
  symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'));
  change(folder);
}

/** A newer release adds a table, as a real one would. */
function withMigration(folder: string): void {
  const migrations = join(folder, 'api/db/migrations/workspace');
  const journalFile = join(migrations, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: object[] };
  const tag = '0900_of_a_newer_release';
  journal.entries.push({ idx: journal.entries.length, version: '6', when: 1, tag, breakpoints: true });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(join(migrations, `${tag}.sql`), 'CREATE TABLE newer (id text PRIMARY KEY);');
}

const sidebook = (...args: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile('sh', [join(deploy, 'sidebook.sh'), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });

const docker = (...args: string[]) =>
  new Promise<number>((resolve) => {
    execFile(join(home, 'bin/docker'), ['compose', ...args], { env, cwd: deploy }, (error) =>
      resolve(typeof error?.code === 'number' ? error.code : 0),
    );
  });

async function levelNow(): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${env.PORT}/readyz`);
  return ((await answer.json()) as { migrations: { workspace: string } }).migrations.workspace;
}
const version = () => /^SIDEBOOK_VERSION=(.*)$/m.exec(readFileSync(join(deploy, '.env'), 'utf8'))?.[1];

beforeAll(async () => {
  mkdirSync(join(home, 'bin'));
  const standIn = inRoot('tests/doubles/docker/compose.ts');
  const run = `#!/bin/sh\nexec '${process.execPath}' '${standIn}' "$@"\n`;
  writeFileSync(join(home, 'bin/docker'), run, { mode: 0o755 });
  makeImage('1.0.0');
  makeImage('1.1.0', withMigration);
  makeImage('1.2.0', (folder) => {
    withMigration(folder);
    // It brings the data to its level, then dies.
    const server = join(folder, 'api/server.ts');
    writeFileSync(server, `${readFileSync(server, 'utf8')}\nprocess.exit(3);\n`);
  });
  cpSync(inRoot('deploy'), deploy, { recursive: true });
  writeFileSync(join(deploy, '.env'), 'SIDEBOOK_DOMAIN=crm.example\nSIDEBOOK_VERSION=1.0.0\n');
  env = {
    PATH: [join(home, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
    STANDIN_IMAGES: images,
    STANDIN_STATE: home,
    PORT: String(await freePort()),
    SIDEBOOK_DATA: join(home, 'data'),
    SIDEBOOK_LOG: 'error',
  };
  expect(await docker('up', '-d', '--wait', 'sidebook')).toBe(0);
});
afterAll(async () => {
  await docker('stop', 'sidebook');
  rmSync(home, { recursive: true, force: true });
});

test('an upgrade backs up first and runs the new version; a roll-back brings version and data back', async () => {
  const before = await levelNow();
  const upgraded = await sidebook('upgrade', '1.1.0');
  expect(upgraded, upgraded.output).toMatchObject({ code: 0 });
  expect(upgraded.output).toMatch(/Backup written to .+\nVersion 1\.1\.0 runs/s);
  expect([version(), await levelNow()]).toEqual(['1.1.0', '0900_of_a_newer_release']);

  const back = await sidebook('rollback');
  expect(back, back.output).toMatchObject({ code: 0 });
  expect([version(), await levelNow()]).toEqual(['1.0.0', before]);
  expect((await sidebook('rollback')).output).toContain('no upgrade to roll back');
});

test('a version that does not become healthy is taken back by itself, data and all', async () => {
  const before = await levelNow();
  const tried = await sidebook('upgrade', '1.2.0');
  expect(tried.code).toBe(1);
  expect(tried.output).toContain('Version 1.0.0 runs again');
  expect([version(), await levelNow()]).toEqual(['1.0.0', before]);
  expect(existsSync(join(deploy, '.before'))).toBe(false);
});

test('a version that is not to be had changes nothing', async () => {
  const tried = await sidebook('upgrade', '9.9.9');
  expect(tried.code).toBe(1);
  expect(tried.output).toContain('no image of version 9.9.9');
  expect([version(), typeof (await levelNow())]).toEqual(['1.0.0', 'string']);
});

test('a slip of the hand gets a sentence', async () => {
  expect((await sidebook('upgrade', '1.0.0')).output).toContain('Version 1.0.0 runs already');
  expect((await sidebook('upgrad')).output).toContain('Usage:');
});

/**
 * Stands in for `docker compose` where there is no engine: an image is a folder with a release's sources, the one
 * container is a process of it. Understands what deploy/sidebook.sh says, and nothing else.
 * Environment: STANDIN_IMAGES (a folder a version), STANDIN_STATE (a folder), and what the container gets.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const images = process.env.STANDIN_IMAGES ?? '';
const state = process.env.STANDIN_STATE ?? '';
const file = join(state, 'running.json');
type Container = { version: string; pid: number };

const [compose, command, ...rest] = process.argv.slice(2);
if (compose !== 'compose') throw new Error(`unknown: ${compose}`);
const wanted = /^SIDEBOOK_VERSION=(.*)$/m.exec(readFileSync('.env', 'utf8'))?.[1] ?? '';
const commands: Record<string, () => Promise<number> | number> = { exec, run, up, stop, pull };
process.exitCode = (await commands[command ?? '']?.()) ?? 2;

function pull(): number {
  return existsSync(join(images, wanted)) ? 0 : 1;
}

function exec(): number {
  const running = container();
  return running ? inside(running.version) : 1;
}

function run(): number {
  return inside(wanted);
}

/** What follows the service's name, in the image's folder. */
function inside(version: string): number {
  const args = rest.slice(rest.indexOf('sidebook') + 1);
  return (
    spawnSync(args[0] ?? '', args.slice(1), { cwd: join(images, version), stdio: 'inherit' }).status ?? 1
  );
}

async function up(): Promise<number> {
  if (container()?.version === wanted) return 0;
  await stop();
  const log = openSync(join(state, 'log'), 'a');
  const child = spawn(process.execPath, ['api/server.ts'], {
    cwd: join(images, wanted),
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  writeFileSync(file, JSON.stringify({ version: wanted, pid: child.pid }));
  for (let tries = 0; tries < 100; tries++) {
    if (await isHealthy()) return 0;
    if (child.exitCode !== null) return 1;
    await sleep(100);
  }
  return 1;
}

async function stop(): Promise<number> {
  const running = container();
  if (running) {
    process.kill(running.pid, 'SIGTERM');
    while (container()) await sleep(50);
  }
  rmSync(file, { force: true });
  return 0;
}

function container(): Container | null {
  if (!existsSync(file)) return null;
  const known = JSON.parse(readFileSync(file, 'utf8')) as Container;
  try {
    process.kill(known.pid, 0);
    return known;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
    throw error;
  }
}

async function isHealthy(): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${process.env.PORT}/readyz`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

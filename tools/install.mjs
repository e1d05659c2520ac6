// Runs before every npm script, so it is plain JavaScript for whatever Node (20 or newer) the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wanted = readLock(join(root, 'package-lock.json'));
const present = readLock(join(root, 'node_modules', '.package-lock.json'));

if (!isInstalled()) {
  say('Installing the packages of package-lock.json (npm ci) ...');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0)
    fail('The packages could not be installed: connect to the internet, then run the same command again.');
  say('Packages installed.');
}

const version = spawnSync('node', ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
if (!runsTypeScript(version))
  fail(
    `Sidebook runs on Node 22.18 or newer and found ${version || 'none'}: install a newer Node, then run it again.`,
  );
// What is generated from sources is imported by the tools themselves, so it must be there before they start.
if (spawnSync('node', [join(root, 'tools', 'generate.ts')], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);

/** Optional packages are left out on machines that they are not for. */
function isInstalled() {
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = present[path];
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

function readLock(file) {
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function runsTypeScript(text) {
  const [major = 0, minor = 0] = text.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

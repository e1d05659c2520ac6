import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as playwrightChromium, firefox as playwrightFirefox } from 'playwright-core';
import { run, runBin } from '../run.ts';

type Say = (line: string) => void;

const env = (name: string) => process.env[name] ?? '';

const chromiumPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  join(env('PROGRAMFILES'), 'Google/Chrome/Application/chrome.exe'),
  join(env('PROGRAMFILES(X86)'), 'Google/Chrome/Application/chrome.exe'),
  join(env('LOCALAPPDATA'), 'Google/Chrome/Application/chrome.exe'),
  join(env('PROGRAMFILES(X86)'), 'Microsoft/Edge/Application/msedge.exe'),
];
const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(env('PROGRAMFILES'), 'Mozilla Firefox/firefox.exe'),
];

/** SIDEBOOK_CHROMIUM, else the usual places, else Playwright's own download. */
export function findChromium(): string | null {
  return find('SIDEBOOK_CHROMIUM', chromiumNames, [...chromiumPlaces, playwrightChromium.executablePath()]);
}

/** A Firefox of the system. Playwright's own is a patched build that loads no add-on, so it is no help here. */
export function findFirefox(): string | null {
  const found = find('SIDEBOOK_FIREFOX', ['firefox-esr', 'firefox'], firefoxPlaces);
  return found === playwrightFirefox.executablePath() ? null : found;
}

export async function findOrInstallChromium(say: Say): Promise<string> {
  const found = findChromium();
  if (found) return found;
  say('No Chromium found.');
  // Debian's brings the libraries that it needs; Playwright's is one archive for every other system.
  await installDebianPackage('chromium', say);
  const installed = findChromium();
  if (installed) return installed;
  say("Fetching Playwright's Chromium (about 170 MB) ...");
  await runBin('playwright-core', 'playwright-core', ['install', 'chromium'], { show: true });
  const fetched = findChromium();
  if (fetched) return fetched;
  throw new Error(
    'No Chromium could be found or fetched: install Chrome or Chromium, or name its program in SIDEBOOK_CHROMIUM.',
  );
}

/** Firefox where it can be had, else null: only Debian offers one by a single command. */
export async function findOrInstallFirefox(say: Say): Promise<string | null> {
  const found = findFirefox();
  if (found) return found;
  await installDebianPackage('firefox-esr', say);
  return findFirefox();
}

/** Only as root on Debian or a relative of it; elsewhere it does nothing. */
export async function installDebianPackage(name: string, say: Say): Promise<void> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  say(`Installing ${name} (apt-get) ...`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', name], quiet);
  if ((await install()).code === 0) return;
  // A fresh machine has no package lists yet.
  await run('apt-get', ['update'], quiet);
  const { code, output } = await install();
  if (code !== 0) say(`${name} could not be installed: ${output.trim().split('\n').at(-1)}`);
}

function find(variable: string, names: string[], places: string[]): string | null {
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${variable} names ${named}, where there is no program: correct it or unset it.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((place) => place.length > 1 && existsSync(place)) ?? null;
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findOrInstallChromium } from '../../tools/browser/find.ts';
import { compileMessages } from '../../tools/messages.ts';
import { inRoot } from '../../tools/paths.ts';
import { testBuilds } from '../../tools/testBuilds.ts';

type Soaked = { done: number; violations: string[] };
type Soak = { share: number; browser?: true; run: () => Promise<(until: number) => Promise<Soaked>> };

/** Each gets its share of the time; one that is done early leaves its rest to those behind it. */
const soaks: Record<string, Soak> = {
  backups: { share: 1, run: async () => (await import('./backups.ts')).soakBackups },
  tenants: { share: 1, run: async () => (await import('./tenants.ts')).soakTenants },
  faults: { share: 1, run: async () => (await import('./faults.ts')).soakFaults },
  'server-kills': { share: 3, run: async () => (await import('./server-kills.ts')).soakServerKills },
  'worker-kills': {
    share: 4,
    browser: true,
    run: async () => (await import('./worker-kills.ts')).soakWorkerKills,
  },
  'browser-kills': {
    share: 3,
    browser: true,
    run: async () => (await import('./browser-kills.ts')).soakBrowserKills,
  },
  removals: { share: 4, browser: true, run: async () => (await import('./removals.ts')).soakRemovals },
  simulator: { share: 12, run: async () => (await import('./simulator.ts')).soakSimulator },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '60' } },
});
const unknown = positionals.filter((name) => !(name in soaks));
const minutes = Number(values.minutes);
if (unknown.length > 0 || !(minutes > 0)) {
  console.error(
    `npm run soak -- [--minutes 60] [${Object.keys(soaks).join('|')}]${unknown.length > 0 ? `: ${unknown.join(', ')} is none of these` : ''}`,
  );
  process.exit(1);
}
const wanted = Object.entries(soaks).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);

await compileMessages();
if (wanted.some(([, { browser }]) => browser)) {
  process.env.SIDEBOOK_CHROMIUM = await findOrInstallChromium((line) => console.log(line));
  await testBuilds();
}

const report = inRoot('.output/soak.json');
type Line = { name: string; done: number; violations: number; seconds: number };
let lines: Line[] = await readFile(report, 'utf8').then(
  (text) => JSON.parse(text) as Line[],
  () => [],
);
const end = Date.now() + minutes * 60_000;
let bad = 0;
for (const [i, [name, { share, run }]] of wanted.entries()) {
  const rest = wanted.slice(i).reduce((sum, [, each]) => sum + each.share, 0);
  const started = Date.now();
  const soaked = await run()
    .then((soak) => soak(started + ((end - started) * share) / rest))
    .catch((error: unknown): Soaked => ({ done: 0, violations: [`it did not run: ${String(error)}`] }));
  const seconds = Math.round((Date.now() - started) / 1_000);
  const line = { name, done: soaked.done, violations: soaked.violations.length, seconds };
  console.log(`${name}: ${line.done} done in ${seconds} s, ${line.violations} violations`);
  for (const text of soaked.violations) console.error(`  ${text}`);
  bad += line.violations;
  // Written after each, so that a soak that is cut short has said what it did.
  lines = [...lines.filter((each) => each.name !== name), line];
  await mkdir(inRoot('.output'), { recursive: true });
  await writeFile(report, `${JSON.stringify(lines, null, 2)}\n`);
}
process.exitCode = bad > 0 ? 1 : 0;

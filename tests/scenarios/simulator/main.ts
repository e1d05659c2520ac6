import { parseArgs } from 'node:util';
import { type Planted, planted } from './planted.ts';
import { simulate } from './simulate.ts';
import { storm } from './storm.ts';

// One failing seed again, with its log:  node tests/scenarios/simulator/main.ts --seed 17 --log
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    /** Steps of each run. */
    steps: { type: 'string', default: '4000' },
    /** Goes on to further seeds until so many steps were run in all. */
    total: { type: 'string', default: '0' },
    log: { type: 'boolean', default: false },
    /** Looks for the planted bugs instead, or for those with this word in their name. */
    planted: { type: 'string' },
    /** Steps within which each must be found. */
    within: { type: 'string', default: '60000' },
    /** Of the planted bugs only every second one, beginning with this: for two processes side by side. */
    half: { type: 'string' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const started = performance.now();
if (values.planted !== undefined) {
  const { half } = values;
  const wanted = planted
    .filter(({ name }) => name.includes(values.planted ?? ''))
    .filter((_, i) => half === undefined || i % 2 === Number(half));
  let found = 0;
  for (const bug of wanted) {
    const begun = performance.now();
    const { steps, seed, violation } = await findPlanted(bug, Number(values.steps), Number(values.within));
    if (violation) found += 1;
    const took = ((performance.now() - begun) / 1000).toFixed(1);
    say(`${violation ? 'found ' : 'MISSED'} ${bug.name}: ${steps} steps, seed ${seed}, ${took} s`);
    if (violation) say(`    ${violation.slice(0, 160)}`);
  }
  say(
    `${found} of ${wanted.length} planted bugs found in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  process.exit(found === wanted.length ? 0 : 1);
}
const first = Number(values.seed);
let [runs, steps, saved, healings, bad] = [0, 0, 0, 0, 0];
while (runs < Number(values.seeds) || steps < Number(values.total)) {
  const seed = String(first + runs);
  const outcome = await simulate(seed, { steps: Number(values.steps), kept: values.log ? 1_000_000 : 0 });
  runs += 1;
  steps += outcome.steps;
  saved += outcome.saved;
  healings += outcome.healings;
  if (values.log) for (const line of outcome.lines) say(line);
  if (outcome.violations.length === 0) continue;
  bad += 1;
  say(
    `seed ${seed}: again by  node tests/scenarios/simulator/main.ts --seed ${seed} --steps ${values.steps} --log`,
  );
  for (const text of outcome.violations) say(`  ${text}`);
}
const seconds = (performance.now() - started) / 1000;
say(
  `${steps} steps of ${runs} runs in ${seconds.toFixed(1)} s (${Math.round(steps / seconds)} a second), ` +
    `${saved} saved, ${healings} healings, ${bad} violations`,
);
process.exitCode = bad > 0 ? 1 : 0;

async function findPlanted(bug: Planted, steps: number, within: number) {
  let all = 0;
  for (let seed = 1; ; seed++) {
    if (bug.storm) {
      const [violation] = (await storm(String(seed), bug.plant())).violations;
      return { steps: 0, seed, violation };
    }
    const outcome = await simulate(String(seed), { steps, seams: bug.plant() });
    all += outcome.steps;
    const [violation] = outcome.violations;
    if (violation || all >= within) return { steps: all, seed, violation };
  }
}

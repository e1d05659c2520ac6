import { type Ran, runBin } from './run.ts';

type Check = { name: string; run: () => Promise<Ran>; onFailure: string };

/** What is looked at in the sources as a whole, without running them. */
export const checks: Check[] = [
  {
    name: 'format and lint',
    run: () => runBin('@biomejs/biome', 'biome', ['check', '--error-on-warnings']),
    onFailure: '`npm run fix` mends most of it.',
  },
  {
    name: 'types of every room',
    run: () => runBin('typescript', 'tsc', ['--build']),
    onFailure: 'Mend the types named above.',
  },
  {
    name: 'no unused file, export or package',
    run: () => runBin('knip', 'knip', ['--no-progress', '--no-config-hints']),
    onFailure: 'Remove what nothing uses, or name its user in knip.json.',
  },
];

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const unitTests = [
  'shared',
  'api',
  'extension',
  'tools',
  'tests/accuracy',
  'tests/doubles',
  'tests/fixtures',
].map((room) => `${room}/**/*.test.{ts,tsx}`);

/**
 * Files of one worker share what they import: the words of three languages, or what drives a browser, take longer to load
 * than most files to run. A test that changes something global puts it back.
 */
const shared = { isolate: false as const };
/** Else one file runs at a time where there are two cores. */
const cores = availableParallelism();

type Crossing = {
  order: number;
  seconds: number;
  /** How many at a time. */
  files: number;
  setup?: string;
  /** Each by itself: some of these replace the server's modules. */
  isolate?: boolean;
};

/**
 * Tests that start browsers or servers share two cores, and mostly wait: two files run at a time, three of those with
 * browsers.
 */
function crossing(name: string, { order, seconds, files, setup, isolate = false }: Crossing) {
  return {
    extends: true as const,
    test: {
      name,
      isolate,
      pool: 'forks' as const,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup: ['tools/vitest/generate.ts', ...(setup ? [setup] : [])],
      testTimeout: seconds * 1000,
      hookTimeout: Math.max(seconds, 60) * 1000,
      maxWorkers: files,
      sequence: { groupOrder: order },
      // On a shared machine a browser may be late once; what fails twice is broken. Vitest names what was tried again.
      retry: process.env.CI ? 1 : 0,
    },
  };
}

/** Files that take long go first, the longest before the others: at the end they would be waited for alone. */
const longest = [
  'e2e/kills.test.ts',
  'e2e/gmail-panel.test.ts',
  'e2e/removals.test.ts',
  'e2e/standin.test.ts',
  'e2e/self-checks.test.ts',
  'scenarios/kills.test.ts',
  'simulator/simulator.test.ts',
  'contract/tenants.test.ts',
  'contract/backup-restore.test.ts',
  'contract/tenants-holes.test.ts',
  '-half.test.ts',
  'gallery/clickjacking.test.ts',
  'gallery/server-pages.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          maxWorkers: cores,
          include: unitTests,
          exclude: ['**/node_modules/**', '.output/**'],
          globalSetup: ['tools/vitest/generate.ts'],
          environment: 'node',
          testTimeout: 30_000,
          typecheck: { enabled: false },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'house',
          maxWorkers: cores,
          include: ['tests/house/**/*.test.ts'],
          globalSetup: ['tools/vitest/generate.ts'],
          testTimeout: 30_000,
        },
      },
      crossing('contract', { order: 1, seconds: 60, files: 2, isolate: true }),
      crossing('scenarios', { order: 1, seconds: 120, files: 2, isolate: true }),
      crossing('e2e', { order: 2, seconds: 120, files: 3, setup: 'tests/e2e/built.ts' }),
      crossing('gallery', { order: 3, seconds: 120, files: 2, setup: 'tests/gallery/built.ts' }),
      crossing('firefox', { order: 3, seconds: 120, files: 2 }),
    ],
  },
});

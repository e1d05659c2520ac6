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
 * Tests that start browsers or servers share two cores, and mostly wait: two files run at a time, three of those with
 * browsers.
 */
function crossing(name: string, order: number, seconds: number, files = 1, setup: string[] = []) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup: ['tools/vitest/generate.ts', ...setup],
      testTimeout: seconds * 1000,
      hookTimeout: Math.max(seconds, 60) * 1000,
      pool: 'forks' as const,
      fileParallelism: files > 1,
      maxWorkers: files,
      sequence: { groupOrder: order },
      // On a shared machine a browser may be late once; what fails twice is broken. Vitest names what was tried again.
      retry: process.env.CI ? 1 : 0,
    },
  };
}

/** Files that wait for minutes go first: at the end they would be waited for alone. */
const longest = [
  'e2e/kills.test.ts',
  'e2e/removals.test.ts',
  'e2e/gmail-panel.test.ts',
  'scenarios/kills.test.ts',
  '-half.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
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
          name: 'unit',
          include: unitTests,
          exclude: ['**/node_modules/**', '.output/**'],
          globalSetup: ['tools/vitest/generate.ts'],
          environment: 'node',
          testTimeout: 10_000,
          typecheck: { enabled: false },
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/house/**/*.test.ts'],
          globalSetup: ['tools/vitest/generate.ts'],
          testTimeout: 30_000,
        },
      },
      crossing('contract', 1, 60, 2),
      crossing('scenarios', 1, 120, 2),
      crossing('e2e', 2, 120, 3, ['tests/e2e/built.ts']),
      crossing('gallery', 3, 120, 2, ['tests/gallery/built.ts']),
      crossing('firefox', 3, 120, 2),
    ],
  },
});

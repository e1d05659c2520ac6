import { defineConfig } from 'vitest/config';

const unitTests = ['shared', 'api', 'extension', 'tools', 'tests/doubles', 'tests/fixtures'].map(
  (room) => `${room}/**/*.test.{ts,tsx}`,
);

/** Tests that start browsers or servers share two cores: one file after another. */
const oneByOne = { pool: 'forks' as const, fileParallelism: false, maxWorkers: 1 };

function crossing(name: string, include: string, seconds: number) {
  return {
    extends: true as const,
    test: {
      name,
      include: [include],
      globalSetup: ['tools/vitest/generate.ts'],
      testTimeout: seconds * 1000,
      hookTimeout: Math.max(seconds, 60) * 1000,
      ...oneByOne,
    },
  };
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
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
      crossing('house', 'tests/house/**/*.test.ts', 30),
      crossing('contract', 'tests/contract/**/*.test.ts', 60),
      crossing('scenarios', 'tests/scenarios/**/*.test.ts', 120),
      crossing('e2e', 'tests/e2e/**/*.test.ts', 120),
      crossing('gallery', 'tests/gallery/**/*.test.ts', 120),
      crossing('firefox', 'tests/firefox/**/*.test.ts', 120),
    ],
  },
});

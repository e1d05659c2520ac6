import { defineConfig } from 'vite';

/** Built for tests only: no entrypoint of the extension, so it is in none of its bundles and not in its manifest. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    target: 'chrome133',
    // Paths and names only for people who read stack traces of a failing gallery test.
    minify: false,
  },
});

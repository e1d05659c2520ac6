import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { build, type Plugin } from 'vite';
import { version } from '../api/version.ts';
import { fingerprint, unlessMade } from './fingerprint.ts';
import { compileMessages } from './messages.ts';
import { inRoot } from './paths.ts';

const room = inRoot('extension/web');
const sources = [
  'extension',
  'shared',
  'tools/web.ts',
  'tsconfig.base.json',
  'package-lock.json',
  'project.inlang/settings.json',
];

/** Builds the app that the server serves as a page, unless the same sources were built before. */
export async function buildWeb(): Promise<string> {
  await compileMessages();
  const folder = inRoot('.output/web');
  await unlessMade(`${folder}/index.html`, fingerprint(sources, ['web', version]), async () => {
    // Made aside and put in place at once, as a server may be reading the older one.
    const aside = inRoot(`.output/building/web-${process.pid}`);
    await build({
      configFile: false,
      root: room,
      base: '/app/',
      logLevel: 'warn',
      // The package's own entrance is written for older browsers, and a tenth larger.
      resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      define: { __VERSION__: JSON.stringify(version) },
      plugins: [shellInto('service-worker.js')],
      build: {
        outDir: aside,
        emptyOutDir: true,
        target: ['chrome133', 'firefox140', 'safari18'],
        // Its few lines would stand in the page, whose policy runs no such script.
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rolldownOptions: {
          // As in the extension: a constant's text is not written out where it is used.
          optimization: { inlineConst: false },
          input: { index: `${room}/index.html`, 'service-worker': `${room}/service-worker.ts` },
          output: {
            entryFileNames: ({ name }) =>
              name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
          },
        },
      },
      worker: { format: 'es', rolldownOptions: { optimization: { inlineConst: false } } },
    });
    await mkdir(inRoot('.output'), { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
  });
  return folder;
}

/** Writes every file of the app into its service worker, which keeps them all for when there is no server. */
function shellInto(name: string): Plugin {
  return {
    name: 'sidebook-shell',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const worker = bundle[name];
      if (worker?.type !== 'chunk') return;
      const made = Object.keys(bundle).filter((file) => file !== name && !file.endsWith('.html'));
      const icons = (await readdir(`${room}/public/icon`)).map((file) => `icon/${file}`);
      const files = [...made, ...icons].sort().map((file) => `/app/${file}`);
      const page = bundle['index.html'];
      const print = createHash('sha256').update(
        JSON.stringify([files, page?.type === 'asset' && page.source]),
      );
      const shell = { version: print.digest('hex').slice(0, 16), files };
      const [before, after, more] = worker.code.split(/["'`]__SHELL__["'`]/);
      if (before === undefined || after === undefined || more !== undefined)
        throw new Error('The service worker has one place for its list of files.');
      worker.code = `${before}${JSON.stringify(JSON.stringify(shell))}${after}`;
    },
  };
}

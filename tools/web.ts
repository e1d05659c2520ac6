import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { version } from '../api/version.ts';
import { fingerprint, unlessMade } from './fingerprint.ts';
import { compileMessages } from './messages.ts';
import { inRoot } from './paths.ts';

const room = inRoot('extension/web');
const base = '/app/';
const sources = [
  'extension',
  'shared',
  'tools/web.ts',
  'tsconfig.base.json',
  'package-lock.json',
  'project.inlang/settings.json',
];
const locales = ['en', 'zh-CN', 'zh-TW'] as const;
type Locale = (typeof locales)[number];
/** The code of a page in one language, with what it needs at once. */
type Page = { code: string; parts: string[]; styles: string[] };

/** Builds the app that the server serves as a page, unless the same sources were built before. */
export async function buildWeb(): Promise<string> {
  await compileMessages();
  const folder = inRoot('.output/web');
  await unlessMade(`${folder}/index.html`, fingerprint(sources, ['web', version]), async () => {
    // Made aside and put in place at once, as a server may be reading the older one.
    const aside = inRoot(`.output/building/web-${process.pid}`);
    await rm(aside, { recursive: true, force: true });
    await asProduct(async () => {
      const pages = {} as Record<Locale, Page>;
      for (const locale of locales) pages[locale] = await buildPage(aside, locale);
      await buildShell(aside, pages);
    });
    await mkdir(inRoot('.output'), { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
  });
  return folder;
}

/** Whatever process builds: under a test runner Vite would write the folders of this machine into every element. */
async function asProduct(work: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** For a server that is about to start; it does without, where the app cannot be built. */
export async function bringWeb(say: (line: string) => void): Promise<void> {
  say('Building the app for phones ...');
  try {
    await buildWeb();
  } catch (cause) {
    say(`The app was not built, the server starts without it: ${String(cause)}`);
  }
}

const config = (outDir: string): InlineConfig => ({
  configFile: false,
  root: room,
  base,
  publicDir: false,
  logLevel: 'warn',
  // The package's own entrance is written for older browsers, and a tenth larger.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', rolldownOptions },
  build: {
    outDir,
    emptyOutDir: false,
    target: ['chrome133', 'firefox140', 'safari18'],
    // Its few lines would stand in the page, whose policy runs no such script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
/** As in the extension: a constant's text is not written out where it is used. */
const rolldownOptions = { optimization: { inlineConst: false } };

/** Texts are two thirds of a page's code, so each language has code of its own. Workers, which speak none, are alike. */
async function buildPage(outDir: string, locale: Locale): Promise<Page> {
  const common = config(outDir);
  const made = await build({
    ...common,
    plugins: [speaking(locale)],
    define: { __VERSION__: JSON.stringify(version), __LOCALE__: JSON.stringify(locale) },
    build: { ...common.build, rolldownOptions: { ...rolldownOptions, input: { page: `${room}/main.tsx` } } },
  });
  const chunks = new Map(outputOf(made).map((file) => [file.fileName, file]));
  const parts = new Set<string>();
  const styles = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks.get(name);
    if (chunk?.type !== 'chunk' || parts.has(name)) return;
    parts.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(base + style);
    for (const next of chunk.imports) visit(next);
  };
  const entry = [...chunks.values()].find((file) => file.type === 'chunk' && file.isEntry);
  if (!entry) throw new Error('The page has code.');
  visit(entry.fileName);
  parts.delete(entry.fileName);
  return {
    code: base + entry.fileName,
    parts: [...parts].map((part) => base + part),
    styles: [...styles],
  };
}

/** The page itself, which finds its code, and the service worker, which keeps them all. */
async function buildShell(outDir: string, pages: Record<Locale, Page>): Promise<void> {
  const common = config(outDir);
  const found = Object.fromEntries(
    locales.map((at) => [at, { code: pages[at].code, parts: pages[at].parts }]),
  );
  await build({
    ...common,
    publicDir: `${room}/public`,
    define: { __PAGES__: JSON.stringify(found) },
    plugins: [styledBy(pages.en.styles), shellInto('service-worker.js', outDir)],
    build: {
      ...common.build,
      rolldownOptions: {
        ...rolldownOptions,
        input: { index: `${room}/index.html`, 'service-worker': `${room}/service-worker.ts` },
        output: {
          entryFileNames: ({ name }) =>
            name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  });
}

function outputOf(made: Awaited<ReturnType<typeof build>>): Rolldown.RolldownOutput['output'][number][] {
  const [first] = [made].flat();
  if (!first || !('output' in first)) throw new Error('The page was watched instead of built.');
  return first.output;
}

/** Leaves one language of each message, as the compiler's own switch does. */
function speaking(locale: Locale): Plugin {
  return {
    name: 'sidebook-locale',
    enforce: 'pre',
    transform(code, id) {
      if (!/i18n\/compiled\//.test(id.replaceAll('\\', '/'))) return null;
      return code
        .replace(
          'experimentalStaticLocale = undefined',
          `experimentalStaticLocale = ${JSON.stringify(locale)}`,
        )
        .replaceAll('experimentalStaticLocale ??', `${JSON.stringify(locale)} ??`);
    },
  };
}

/** Styles stand in the page, so that nothing is drawn without them. */
const styledBy = (styles: string[]): Plugin => ({
  name: 'sidebook-styles',
  transformIndexHtml: () =>
    styles.map((href) => ({ tag: 'link', attrs: { rel: 'stylesheet', href }, injectTo: 'head' as const })),
});

/** Writes every file of the app into its service worker, which keeps them for when there is no server. */
function shellInto(name: string, outDir: string): Plugin {
  return {
    name: 'sidebook-shell',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const worker = bundle[name];
      if (worker?.type !== 'chunk') return;
      const here = Object.keys(bundle).filter((file) => file !== name && !file.endsWith('.html'));
      const assets = (await readdir(`${outDir}/assets`)).map((file) => `assets/${file}`);
      const icons = (await readdir(`${room}/public/icon`)).map((file) => `icon/${file}`);
      const files = [...new Set([...here, ...assets, ...icons])].sort().map((file) => base + file);
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

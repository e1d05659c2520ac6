import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/** Builds the probe, the real InboxSDK inside, into `.output/probe` and tells where it lies. */
export async function buildProbe(): Promise<string> {
  const out = join(here, '../../../../.output/probe');
  for (const name of ['content', 'background']) {
    await build({
      root: here,
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: out,
        emptyOutDir: false,
        minify: false,
        lib: {
          entry: join(here, `${name}.ts`),
          formats: ['iife'],
          name: 'probe',
          fileName: () => `${name}.js`,
        },
      },
    });
  }
  await mkdir(out, { recursive: true });
  const sdk = dirname(createRequire(import.meta.url).resolve('@inboxsdk/core/package.json'));
  await copyFile(join(sdk, 'pageWorld.js'), join(out, 'pageWorld.js'));
  await copyFile(join(here, 'manifest.json'), join(out, 'manifest.json'));
  return out;
}

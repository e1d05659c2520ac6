import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { fingerprint, unlessMade } from '../../../tools/fingerprint.ts';
import { inRoot } from '../../../tools/paths.ts';

const manifest = {
  manifest_version: 3,
  name: 'Bare panel',
  version: '1.0',
  permissions: ['scripting'],
  host_permissions: ['https://mail.google.com/*'],
  background: { service_worker: 'background.js' },
  content_scripts: [{ matches: ['https://mail.google.com/*'], js: ['content.js'], run_at: 'document_end' }],
};

/** Builds the floor of the thread figure; answers with the folder to load. */
export async function buildBarePanel(): Promise<string> {
  const folder = inRoot('.output/bench/bare-panel');
  const print = fingerprint(['tests/bench/bare-panel', 'package-lock.json']);
  await unlessMade(join(folder, 'manifest.json'), print, async () => {
    await mkdir(folder, { recursive: true });
    for (const name of ['content', 'background']) await bundle(name, folder);
    const sdk = dirname(createRequire(import.meta.url).resolve('@inboxsdk/core'));
    await copyFile(join(sdk, 'pageWorld.js'), join(folder, 'pageWorld.js'));
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  });
  return folder;
}

/** As the product's own scripts are built: one minified file without imports. */
async function bundle(name: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'chrome133',
      lib: {
        entry: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'bare',
        fileName: () => `${name}.js`,
      },
    },
  });
}

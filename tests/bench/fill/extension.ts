import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { inRoot } from '../../../tools/paths.ts';

const manifest = {
  manifest_version: 3,
  name: 'Mirror of the bench',
  version: '1.0',
  permissions: ['unlimitedStorage'],
  host_permissions: ['http://127.0.0.1/*'],
  background: { service_worker: 'worker.js' },
};

/** An extension whose worker is the product's mirror and pull alone; answers with the folder to load. */
export async function buildMirrorWorker(): Promise<string> {
  const folder = inRoot('.output/bench/mirror');
  await mkdir(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome133',
      minify: true,
      lib: {
        entry: inRoot('tests/bench/fill/worker.ts'),
        formats: ['iife'],
        name: 'mirror',
        fileName: () => 'worker.js',
      },
    },
  });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Bench</title>');
  return folder;
}

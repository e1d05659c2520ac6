import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { inRoot } from '../../tools/paths.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built gallery, made once for all files. */
    gallery: string;
  }
}

/** Builds the gallery into a folder of its own: two runs at once would empty each other's. */
export async function buildGallery(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-gallery-'));
  await build({
    configFile: inRoot('extension/gallery/vite.config.ts'),
    build: { outDir: folder, emptyOutDir: false },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Before the gallery's tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await buildGallery();
  project.provide('gallery', folder);
  return remove;
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { browsers, buildExtension } from './extension.ts';
import { inRoot } from './paths.ts';

/** The same sources give the same bytes: entries in order, all of one instant. */
const instant = new Date('1980-01-01T00:00:00');
const folder = inRoot('.output', 'packages');

await mkdir(folder, { recursive: true });
for (const browser of browsers) {
  console.log(`Packing for ${browser} ...`);
  const built = await buildExtension({ browser });
  const file = join(folder, `sidebook-${browser}.zip`);
  await writeFile(file, zipSync(await contentOf(built), { level: 9, mtime: instant }));
  console.log(`  ${file}`);
}

async function contentOf(built: string): Promise<Zippable> {
  const content: Zippable = {};
  const entries = await readdir(built, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort())
    content[file.slice(built.length + 1).replaceAll('\\', '/')] = new Uint8Array(await readFile(file));
  return content;
}

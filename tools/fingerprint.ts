import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { output, root } from './paths.ts';

/** Digest of the content of files and folders (relative to the root) and of some plain facts. */
export function fingerprint(paths: string[], facts: string[] = []): string {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const path of paths.flatMap(filesUnder).sort()) {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

/** Runs `make`, which writes `product`, unless a stamp says that it was made from the same content before. */
export async function unlessMade(
  product: string,
  print: string,
  make: () => Promise<void>,
): Promise<boolean> {
  const stamp = join(output, 'made', product.slice(root.length + 1).replaceAll(/[^\w.-]+/g, '_'));
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return false;
  // An attempt that fails may leave half a product: then nothing may vouch for it.
  await rm(stamp, { force: true });
  await make();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, print);
  return true;
}

function filesUnder(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test(-d)?\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.includes('i18n/compiled'));
}

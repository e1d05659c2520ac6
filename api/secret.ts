import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What signs the pages' cookies: given, or made at the first start and kept readable by this account alone. */
export function secretOf({ data, secret }: { data: string; secret: string | null }): string {
  if (secret) return secret;
  const path = join(data, 'secret');
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}

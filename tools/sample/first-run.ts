import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The instant to which the sample's dates refer; kept, so that mails and entries keep their ids. */
export async function firstRun(data: string, now: number): Promise<Date> {
  const file = join(data, 'sample', 'first-run.json');
  if (existsSync(file)) return new Date((JSON.parse(await readFile(file, 'utf8')) as { at: number }).at);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ at: now }));
  return new Date(now);
}

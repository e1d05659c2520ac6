import { pathToFileURL } from 'node:url';
import { migrate } from '../db/migrate.ts';
import { openDb } from '../db/open.ts';
import { eraseAgain } from '../services/erasure/again.ts';
import type { ChildJob } from './job.ts';

/** Returns how many people the copy still held who were erased since. */
export async function prepare({
  file,
  kind,
  now,
  epoch,
  erased,
}: ChildJob & { do: 'prepare' }): Promise<number> {
  const place = { url: pathToFileURL(file).href, token: undefined };
  await migrate(place, { kind, now, confirmed: true, copy: false });
  if (kind === 'directory') return 0;
  const db = openDb(place);
  await db.execute(`UPDATE meta SET value = ? WHERE key = 'epoch'`, [epoch]);
  const found = await eraseAgain(db, erased, now);
  db.close();
  return found;
}

import type { NameReader } from '../../shared/identity/pairs/facts.ts';
import { pairNames as names, readTables } from './tables.ts';

/** Names as pairs read them, once the large tables are at hand. */
export async function pairNames(): Promise<NameReader> {
  await readTables();
  return names();
}

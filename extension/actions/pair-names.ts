import type { NameReader } from '../../shared/identity/pairs/facts.ts';
import { nameReader } from '../../shared/identity/pairs/names.ts';
import { nameTables, readTables } from './tables.ts';

let reader: { of: ReturnType<typeof nameTables>; names: NameReader } | null = null;

/** Names as pairs read them, with the large tables. */
export async function pairNames(): Promise<NameReader> {
  await readTables();
  const tables = nameTables();
  if (reader?.of !== tables) reader = { of: tables, names: nameReader(tables) };
  return reader.names;
}

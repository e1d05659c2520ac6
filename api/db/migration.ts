import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Migration = { name: string; hash: string; statements: string[] };
export type DatabaseKind = 'directory' | 'workspace';

type Journal = { entries: { idx: number; tag: string }[] };

/** The migrations of one kind of database in order, as drizzle-kit wrote them. */
export function migrationsOf(kind: DatabaseKind): Migration[] {
  const folder = fileURLToPath(new URL(`./migrations/${kind}/`, import.meta.url));
  const journal = JSON.parse(readFileSync(`${folder}meta/_journal.json`, 'utf8')) as Journal;
  return journal.entries.map(({ tag }) => {
    const sql = readFileSync(`${folder}${tag}.sql`, 'utf8');
    return {
      name: tag,
      hash: createHash('sha256').update(sql).digest('hex'),
      statements: sql.split('--> statement-breakpoint').map((text) => text.trim()),
    };
  });
}

/** Why a migration may not run, or null. SQLite rebuilds tables by DROP TABLE, which can take child rows with it. */
export function migrationFault(migration: Migration): string | null {
  for (const statement of migration.statements) {
    const dropped = /\bDROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?[`"[]?(\w+)/i.exec(statement)?.[1];
    if (dropped && !migration.statements.join('\n').includes(`-- drops on purpose: ${dropped}`))
      return `${migration.name} drops the table ${dropped}; add the line "-- drops on purpose: ${dropped}" if that is meant`;
  }
  return null;
}

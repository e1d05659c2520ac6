import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type InStatement } from '@libsql/client';
import { installConnections } from '../../../api/db/connection.ts';
import type { Planned } from '../../../shared/domain/import/planned.ts';

const rowsInBatch = 500;

/**
 * The same people, keys and companies into plain tables of the same columns: one INSERT a row, 500 rows of the file a
 * `batch`, on the same libSQL with the same pragmas (each batch fsynced). No history, no search, no feed, no looking
 * for who is there, no network. Milliseconds.
 */
export async function bareInsert(rows: readonly Planned[]): Promise<number> {
  installConnections();
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-floor-'));
  const db = createClient({ url: `file:${join(folder, 'floor.db')}` });
  try {
    await db.batch([
      `CREATE TABLE company (id TEXT PRIMARY KEY, created_at INT, created_by TEXT, updated_at INT, name TEXT, city TEXT, website TEXT, owner_id TEXT, own TEXT)`,
      `CREATE TABLE company_domain (company_id TEXT, domain TEXT, PRIMARY KEY (company_id, domain))`,
      `CREATE TABLE contact (id TEXT PRIMARY KEY, created_at INT, created_by TEXT, updated_at INT, name TEXT, given_name TEXT, family_name TEXT, title TEXT, company_id TEXT, life_cycle TEXT, owner_id TEXT, phone TEXT, own TEXT)`,
      `CREATE TABLE contact_key (contact_id TEXT, kind TEXT, value TEXT, source TEXT, position INT, PRIMARY KEY (contact_id, kind, value))`,
    ]);
    const companies = new Map<string, string>();
    const started = performance.now();
    for (let from = 0; from < rows.length; from += rowsInBatch) {
      const batch: InStatement[] = [];
      for (const { contact, company } of rows.slice(from, from + rowsInBatch)) {
        const domain = company?.domains[0] ?? '';
        let companyId = companies.get(domain) ?? null;
        if (company && !companyId) {
          companyId = crypto.randomUUID();
          companies.set(domain, companyId);
          batch.push(
            {
              sql: 'INSERT INTO company VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
              args: [companyId, 1, 'me', 1, company.name, company.city, company.website, 'me', '{}'],
            },
            { sql: 'INSERT INTO company_domain VALUES (?, ?)', args: [companyId, domain] },
          );
        }
        if (!contact) continue;
        const id = crypto.randomUUID();
        const { name, givenName, familyName, title, lifeCycle, phone, keys } = contact;
        batch.push({
          sql: 'INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          args: [id, 1, 'me', 1, name, givenName, familyName, title, companyId, lifeCycle, 'me', phone, '{}'],
        });
        for (const [place, { kind, value, source }] of keys.entries())
          batch.push({
            sql: 'INSERT INTO contact_key VALUES (?, ?, ?, ?, ?)',
            args: [id, kind, value, source, place],
          });
      }
      await db.batch(batch, 'write');
    }
    return performance.now() - started;
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

import { partsOf } from '../../../shared/domain/attachment/parts.ts';
import { safeName } from '../../../shared/domain/attachment/safe-name.ts';
import { type File, nouns } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { type Db, openDb } from '../../db/open.ts';
import { isCounted } from '../../db/tables.ts';
import { version } from '../../version.ts';
import { csvLine, csvMark, flat } from './csv.ts';
import { changesOf, rowsOf, type Seen } from './rows.ts';
import { makeZip, type Zip } from './zip.ts';

export type ExportCounts = {
  /** Rows by file. */
  rows: Record<string, number>;
  /** Rows that are another member's own, and so left out. */
  hidden: Record<string, number>;
  bytes: number;
};

type Wanted = { url: string; to: string; me: Id; now: number };

/** Everything a member may see of a workspace, twice: as JSON lines for programs, as CSV for people. */
export async function writeExport(
  { url, to, me, now }: Wanted,
  tell: (done: number, total: number) => void,
): Promise<ExportCounts> {
  const db = openDb({ url, token: undefined });
  const zip = makeZip(to, new Date(now));
  const counts: ExportCounts = { rows: {}, hidden: {}, bytes: 0 };
  const { rows: tables } = await db.execute(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  let total = 1;
  for (const name of tables.map((row) => String(row.name)).filter(isCounted))
    total += 2 * Number((await db.execute(`SELECT count(*) AS n FROM "${name}"`)).rows[0]?.n);
  let done = 0;
  const progress = () => {
    done += 1;
    if (done % 5_000 === 0) tell(Math.min(done, total), total);
  };
  for (const noun of nouns) await writeBoth(zip, noun, () => rowsOf(db, noun, me), counts, progress);
  await writeFiles(db, me, zip);
  const history = async function* (): AsyncGenerator<Seen> {
    for await (const change of changesOf(db, me))
      yield change === 'hidden' ? change : { json: JSON.stringify(change), row: change as never };
  };
  await writeBoth(zip, 'history', history, counts, progress);
  const named = await db.execute(`SELECT key, value FROM meta WHERE key IN ('id', 'name')`);
  const meta = Object.fromEntries(named.rows.map(({ key, value }) => [key, value]));
  zip.file('workspace.json');
  const said = {
    product: version,
    exportedAt: now,
    exportedFor: me,
    ...meta,
    rows: counts.rows,
    privateToOthers: counts.hidden,
  };
  zip.write(`${JSON.stringify(said, null, 2)}\n`);
  counts.bytes = zip.end();
  db.close();
  return counts;
}

async function writeBoth(
  zip: Zip,
  name: string,
  rows: () => AsyncGenerator<Seen>,
  counts: ExportCounts,
  progress: () => void,
): Promise<void> {
  const columns = new Set<string>();
  let hidden = 0;
  let count = 0;
  zip.file(`${name}.jsonl`);
  for await (const seen of rows()) {
    progress();
    if (seen === 'hidden') {
      hidden += 1;
      continue;
    }
    count += 1;
    for (const column of Object.keys(flat(seen.row))) columns.add(column);
    zip.write(`${seen.json}\n`);
  }
  // A second reading, of a copy that nobody changes: every own field has its column.
  zip.file(`${name}.csv`);
  zip.write(csvMark + csvLine(Array.from(columns)));
  for await (const seen of rows()) {
    progress();
    if (seen === 'hidden') continue;
    const cells = flat(seen.row);
    zip.write(csvLine(Array.from(columns, (column) => cells[column])));
  }
  counts.rows[name] = count;
  if (hidden > 0) counts.hidden[name] = hidden;
}

/** Kept files as they were sent, under names that open nothing by themselves; their rows say of which mail each is. */
async function writeFiles(db: Db, me: Id, zip: Zip): Promise<void> {
  for await (const seen of rowsOf(db, 'file', me)) {
    if (seen === 'hidden') continue;
    const { id, name, size, storedAt, deletedAt } = seen.row as File;
    if (storedAt === null || deletedAt !== null) continue;
    zip.file(`files/${id} ${safeName(name)}`);
    for (let part = 0; part < partsOf(size); part++) {
      const { rows } = await db.execute(
        'SELECT p.bytes FROM file f JOIN file_part p ON p.blob_id = f.blob_id WHERE f.id = ? AND p.part = ?',
        [id, part],
      );
      const bytes = rows[0]?.bytes;
      if (bytes instanceof ArrayBuffer) zip.write(Buffer.from(bytes));
    }
  }
}

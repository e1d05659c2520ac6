import { guessColumns } from '../../../extension/files/columns/guess.ts';
import { planRows } from '../../../extension/files/plan/plan.ts';
import { readFile } from '../../../extension/files/read.ts';
import { type Planned, usualRules } from '../../../shared/domain/import/planned.ts';
import { paired, type Waking } from '../../scenarios/profile.ts';
import { type Figure, figure } from '../figure.ts';
import { type PairedServer, startPairedServer } from '../paired-server.ts';
import { peopleCsv } from './file.ts';
import { bareInsert } from './floor.ts';

const count = 10_000;
const promised = { done: 60, elsewhere: 60 };
const patience = 300_000;
const step = 50;

async function readRows(): Promise<Planned[]> {
  const world = { ownFields: [], members: [], country: null, currency: null, now: Date.now() };
  const table = await readFile(new Blob([peopleCsv(count)]));
  const rows: Planned[] = [];
  for await (const chunk of planRows(table, guessColumns(table, world), world)) rows.push(...chunk);
  return rows;
}

async function until(what: string, is: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (await is()) return;
    await new Promise((resolve) => setTimeout(resolve, step));
  }
  throw new Error(`${what} did not happen within ${patience / 1000} s`);
}

const contactsOf = async (waking: Waking) => (await waking.core()).mirror.count('contact');

/** From a file to acknowledged rows through the extension's background, and on to another paired mirror. */
export async function importFigures(): Promise<Figure[]> {
  const server = await startPairedServer();
  try {
    const [here, there] = [await browser(server), await browser(server)];
    const before = await contactsOf(there);
    // 1. The file is read, mapped and handed over; a dry run is looked at.
    const started = performance.now();
    const rows = await readRows();
    const read = performance.now();
    const id = here.desk.newId();
    for (let from = 0; from < rows.length; from += 500)
      await here.call('importStage', {
        id,
        file: 'people.csv',
        total: rows.length,
        from,
        rows: rows.slice(from, from + 500),
      });
    const staged = performance.now();
    await here.call('importCheck', { id, rules: usualRules });
    // 2. Until the server has acknowledged every row durable.
    const checked = performance.now();
    await here.call('importRun', { id, rules: usualRules });
    await until('the import', async () => (await here.call('importState', {}))?.arrived === rows.length);
    const done = performance.now();
    // 3. Until the other browser has them all.
    await until('the other mirror', async () => {
      await (await there.core()).sync.now();
      return (await contactsOf(there)) - before === rows.length;
    });
    const elsewhere = performance.now();
    const floor = await bareInsert(rows);
    const seconds = (from: number, to: number) => (to - from) / 1000;
    console.log(
      `  read ${seconds(started, read).toFixed(2)} s, handed over ${seconds(read, staged).toFixed(2)} s, dry run ${seconds(staged, checked).toFixed(2)} s`,
    );
    return [
      figure(
        `${count} rows of CSV: file chosen to all acknowledged (promised ${promised.done} s)`,
        seconds(started, done),
        promised.done,
        's',
      ),
      figure(
        `... and in another paired mirror (promised ${promised.elsewhere} s)`,
        seconds(done, elsewhere),
        promised.elsewhere,
        's',
      ),
      figure(
        '... rows a second beside the bare batch insert',
        count / seconds(checked, done),
        count / (floor / 1000),
        'rows/s',
      ),
    ];
  } finally {
    await server.close();
  }
}

async function browser(server: PairedServer): Promise<Waking> {
  return paired(await server.link());
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '../../../api/db/open.ts';
import { showPerson } from '../../../api/services/person/show.ts';
import { pull } from '../../../api/services/sync/pull.ts';
import { inRoot } from '../../../tools/paths.ts';
import { type Figure, figure, median } from '../figure.ts';
import { runLoad } from '../load/run.ts';
import { emailOf } from './address.ts';
import { type Seeded, seedData } from './seed.ts';

/** Many short rounds in turns: what else the machine does weighs on both alike. */
const rounds = 5;
/** The growth is taken with one entry each: ten million entries would take ten gigabytes and five minutes more. */
const grown = [10_000, 1_000_000];

/** The sidebar's query over HTTP beside a bare handler, and how it grows with the workspace. */
export async function queryFigures(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  const seed = (contacts: number, interactionsEach: number) => {
    console.log(`  seeding ${contacts} contacts with ${contacts * interactionsEach} entries ...`);
    return seedData(join(folder, `${contacts}x${interactionsEach}`), { contacts, interactionsEach });
  };
  try {
    const http = await overHttp(await seed(100_000, 10), 100_000);
    const seeded = new Map<number, Seeded>();
    for (const contacts of grown) seeded.set(contacts, await seed(contacts, 1));
    return [...http, ...(await growth(seeded))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function overHttp({ data, file, token }: Seeded, contacts: number): Promise<Figure[]> {
  const server = await startProcess(['api/server.ts'], / at (http:\S+) /, { PORT: '0', SIDEBOOK_DATA: data });
  const floor = await startProcess(['tests/bench/server/floor.ts', file, 'cached'], /^(\d+)\n/);
  const emails = Array.from({ length: 500 }, (_, i) => emailOf((i * 7919) % contacts));
  const ask = (email: string) => encodeURIComponent(JSON.stringify({ email }));
  const job = { warmMs: 300, runMs: 1_000, expect: '"contact"' };
  const ours = {
    ...job,
    url: server.said,
    paths: emails.map((email) => `/trpc/person.show?input=${ask(email)}`),
    headers: [['authorization', `Bearer ${token}`]] as [string, string][],
  };
  const bare = {
    ...job,
    url: `http://127.0.0.1:${floor.said}`,
    paths: emails.map((email) => `/person?email=${encodeURIComponent(email)}`),
    headers: [],
  };
  try {
    const figures: Figure[] = [];
    for (const connections of [1, 16, 64]) {
      const [mine, theirs]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        mine.push((await runLoad({ ...ours, connections })).perSecond);
        theirs.push((await runLoad({ ...bare, connections })).perSecond);
      }
      const name = `Sidebar query, ${connections} connection${connections > 1 ? 's' : ''}, beside a bare handler`;
      figures.push(figure(name, median(mine), median(theirs), 'requests/s'));
    }
    return figures;
  } finally {
    await server.stop();
    await floor.stop();
  }
}

/** In turns, so that a busy machine weighs on both alike. */
async function growth(seeded: Map<number, Seeded>): Promise<Figure[]> {
  const opened = await Promise.all(
    Array.from(seeded, async ([contacts, { file }]) => {
      const db = openDb({ url: `file:${file}`, token: undefined });
      const { rows } = await db.execute(
        `SELECT (SELECT max(seq) FROM feed) AS seq, (SELECT value FROM meta WHERE key = 'epoch') AS epoch`,
      );
      const [end] = rows;
      // One change behind the end, as a colleague's log leaves everybody.
      const behind = { epoch: String(end?.epoch), cursor: Number(end?.seq) - 1, limit: 1_000 };
      return { contacts, db, behind, query: [] as number[], delta: [] as number[] };
    }),
  );
  for (let i = 0; i < 3_000; i++) {
    for (const { contacts, db, behind, query, delta } of opened) {
      const began = performance.now();
      await showPerson(db, '', { email: emailOf((i * 7919) % contacts) });
      const shown = performance.now();
      await pull(db, '', behind);
      query.push((shown - began) * 1_000);
      delta.push((performance.now() - shown) * 1_000);
    }
    if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  for (const { db } of opened) db.close();
  const [least, most] = [opened[0], opened.at(-1)];
  if (!least || !most) throw new Error('nothing was seeded');
  const sizes = `${most.contacts} contacts beside ${least.contacts}`;
  return [
    figure(`Sidebar query, ${sizes}`, median(most.query), median(least.query), 'µs'),
    figure(`Pull of one change, ${sizes}`, median(most.delta), median(least.delta), 'µs'),
  ];
}

type Started = { said: string; stop: () => Promise<void> };

function startProcess(args: string[], ready: RegExp, env: Record<string, string> = {}): Promise<Started> {
  const [script = '', ...rest] = args;
  const child: ChildProcess = spawn(process.execPath, [inRoot(script), ...rest], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const said = ready.exec(out)?.[1];
      const stop = () => {
        child.kill('SIGTERM');
        return ended;
      };
      if (said) resolve({ said, stop });
    });
    void ended.then(() => reject(new Error(`${script} ended before it was ready: ${out}`)));
  });
}

import { type Figure, figure, median } from '../figure.ts';
import { runLoad } from '../load/run.ts';
import { newId, startPairedServer } from '../paired-server.ts';
import { durableInserts } from './floor.ts';
import { contactOf, pushOf } from './mail.ts';

const connections = [1, 8, 32];
const rounds = 3;
const runMs = 2_000;

/** Logging one e-mail, acknowledged after fsync, beside one durable insert per transaction. */
export async function logFigures(): Promise<Figure[]> {
  const paired = await startPairedServer();
  try {
    const contactId = newId();
    const added = await paired.act('contact.add', contactOf(contactId));
    if (added.status !== 'applied') throw new Error(`the contact was not added: ${added.status}`);
    const body = pushOf(contactId);
    const floors: number[] = [];
    const ours = new Map(connections.map((count) => [count, [] as number[]]));
    for (let round = 0; round < rounds; round++) {
      floors.push(await durableInserts(runMs));
      for (const count of connections) {
        const { perSecond } = await runLoad({
          url: paired.server.url,
          paths: ['/trpc/sync.push'],
          headers: [['authorization', `Bearer ${paired.token}`]],
          connections: count,
          warmMs: 300,
          runMs,
          body,
          expect: '"status":"applied"',
        });
        ours.get(count)?.push(perSecond);
      }
    }
    return connections.map((count) =>
      figure(
        `log one e-mail durably, ${count} connection${count > 1 ? 's' : ''}`,
        median(ours.get(count) ?? []),
        median(floors),
        'a second',
      ),
    );
  } finally {
    await paired.close();
  }
}

import type { Input } from '../../../shared/sync/mutation.ts';
import { type Figure, figure, median } from '../figure.ts';
import { runLoad } from '../load/run.ts';
import { newId, startPairedServer } from '../paired-server.ts';
import { durableInserts } from './floor.ts';

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

const contactOf = (id: string): Input<'contact.add'> => ({
  id,
  name: 'Ada Okafor',
  givenName: null,
  familyName: null,
  title: null,
  companyId: null,
  lifeCycle: 'customer',
  ownerId: null,
  phone: null,
  address: null,
  own: {},
  origin: { channel: 'manual', page: null, campaign: null, referrer: null },
  keys: [{ kind: 'email', value: 'ada.okafor@acme-orchards.example', source: null }],
});

function pushOf(contactId: string): string {
  const at = Date.now();
  const input: Input<'interaction.log'> = {
    id: '__id__',
    kind: 'email',
    direction: 'in',
    channel: 'gmail',
    occurredAt: at,
    durationS: null,
    outcome: null,
    subject: 'Renewal of the sensor contract',
    body: 'Two years is fine for us. Ben can approve up to 48,000 dollars himself; above that it goes to the board. '.repeat(
      4,
    ),
    bodyState: 'read',
    link: 'https://mail.google.com/mail/u/0/#inbox/18f0000000000000',
    threadKey: 'gm:nora@fernhill.example:18f0000000000000',
    participants: [
      { name: 'Ada Okafor', email: 'ada.okafor@acme-orchards.example', role: 'from' },
      { name: 'Nora Lind', email: 'nora@fernhill.example', role: 'to' },
    ],
    contactIds: [contactId],
    companyId: null,
    dealId: null,
    fingerprint: ['mid:<__id__@acme-orchards.example>', 'gm:nora@fernhill.example:__id__', 'dg:__id__'],
  };
  const push = {
    clientId: '__client__',
    confirmed: '__before__',
    mutations: [{ number: '__number__', verb: 'interaction.log', at, input }],
  };
  return JSON.stringify(push).replace('"__before__"', '__before__').replace('"__number__"', '__number__');
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../../api/start.ts';
import { act, type Core } from '../../../extension/actions/core.ts';
import { note } from '../../../extension/actions/note.ts';
import type { DeltaRow } from '../../../shared/sync/delta.ts';
import { contactInput } from '../../contract/inputs.ts';
import { type FaultProxy, startFaultProxy, type WireFault, wireFaults } from '../../doubles/network/proxy.ts';
import { type Device, pairedDevice, pullAll } from '../../e2e/world/remote.ts';
import { type Chance, chanceOf } from '../../fixtures/sample/workspace/chance.ts';
import { newProfile, type Profile, paired, wake } from '../profile.ts';

export type Storm = { exchanges: number; met: FaultProxy['met']; violations: string[] };
type Wanted = { rounds: number; seed: number; until?: number };
type Writer = {
  profile: Profile;
  core: Core;
  mark: string;
  contactId: string;
  saved: string[];
  title: number;
};

/** Calm spells are short: what hangs is hung up when the weather turns. */
const roundMs = 250;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two browsers write through a network that does everything networks do; after it has healed all of it is there, once, everywhere. */
export async function weather({ rounds, seed, until = Number.POSITIVE_INFINITY }: Wanted): Promise<Storm> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-storm-'));
  const server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
  const proxy = await startFaultProxy(server.origin);
  const chance = chanceOf(seed);
  const violations: string[] = [];
  try {
    const through = async () => proxy.url + (await server.pairLink()).slice(server.origin.length);
    const link = await server.pairLink();
    const device = await pairedDevice(server.origin, link.slice(link.indexOf('#') + 1));
    const writers: Writer[] = [];
    for (const mark of ['here', 'there']) {
      const profile = newProfile();
      const core = await (await paired(await through(), profile)).core();
      const contactId = core.newId();
      await act(core, {
        verb: 'contact.add',
        input: contactInput({ id: contactId, name: mark, title: '0' }),
      });
      writers.push({ profile, core, mark, contactId, saved: [], title: 0 });
    }
    for (let round = 0; round < rounds && Date.now() < until; round++) {
      // Every fault in its turn by itself, then all of them at once.
      const own = wireFaults[round % (wireFaults.length * 2)];
      proxy.turn(() => own ?? chance.pick(['pass', ...wireFaults]));
      await Promise.race([Promise.all(writers.map((writer) => work(writer, chance, round))), sleep(roundMs)]);
      proxy.heal();
    }
    for (const writer of writers) violations.push(...(await settled(writer)));
    violations.push(...(await compared(device, writers)));
    const exchanges = Object.values(proxy.met).reduce((sum, times) => sum + times, 0);
    return { exchanges, met: { ...proxy.met }, violations };
  } finally {
    await proxy.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A few changes, sent as they come; now and then the background dies in between. */
async function work(writer: Writer, chance: Chance, round: number): Promise<void> {
  const { contactId } = writer;
  for (let turn = 0; turn < 1 + chance.below(4); turn++) {
    const text = `${writer.mark}/${round}/${turn}`;
    await note(writer.core, {
      text,
      about: { contactIds: [contactId], companyId: null, dealId: null },
      page: null,
    });
    writer.saved.push(text);
    if (chance.below(3) === 0) {
      const title = String(writer.title + 1);
      await act(writer.core, { verb: 'contact.edit', input: { id: contactId, fields: { title } } });
      writer.title += 1;
    }
    if (chance.below(2) === 0) await writer.core.sync.now();
  }
  if (chance.below(6) === 0) writer.core = await (await wake(writer.profile)).core();
  await writer.core.sync.now();
}

/** Alone with a healthy network everything leaves, and nothing was refused. */
async function settled({ core, mark }: Writer): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    await core.sync.now();
    const { waiting, parked, code } = await core.sync.link();
    if (parked.length > 0) return [`${mark}: parked ${JSON.stringify(parked)}`];
    if (waiting === 0 && code === null) return [];
    if (tries === 20) return [`${mark}: ${waiting} still wait (${code})`];
    await sleep(50);
  }
}

async function compared(device: Device, writers: readonly Writer[]): Promise<string[]> {
  const rows = await pullAll(device);
  const violations: string[] = [];
  const bodies = rows.flatMap(({ noun, row }) => (noun === 'interaction' && row.body ? [row.body] : []));
  for (const { saved, mark, core, contactId, title } of writers) {
    const kept = bodies.filter((body) => body.startsWith(`${mark}/`));
    const missing = saved.filter((text) => !kept.includes(text));
    if (missing.length > 0) violations.push(`${mark}: missing ${missing}`);
    if (new Set(kept).size !== kept.length) violations.push(`${mark}: doubled`);
    const [contact] = rows.flatMap(({ noun, row }) =>
      noun === 'contact' && row.id === contactId ? [row] : [],
    );
    if (contact?.title !== String(title))
      violations.push(`${mark}: title ${contact?.title} instead of ${title}`);
    await core.sync.now();
    for (const { noun, row } of rows) {
      const mine = await core.mirror.get(noun, row.id);
      if (JSON.stringify(sorted(mine)) !== JSON.stringify(sorted(row)))
        violations.push(`${mark}: ${noun} ${row.id} is another one here`);
    }
  }
  return violations.slice(0, 20);
}

const sorted = (row: DeltaRow['row'] | undefined) =>
  row && Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));

/** Faults that met at least one exchange. */
export const seen = ({ met }: Storm): WireFault[] => wireFaults.filter((fault) => met[fault] > 0);

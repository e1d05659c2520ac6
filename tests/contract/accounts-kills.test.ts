import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../api/db/open.ts';
import { type Devices, makeDevices } from '../../api/services/device/authorise.ts';
import { rotateToken } from '../../api/services/device/rotate.ts';
import { claimPairing } from '../../api/services/pairing/claim.ts';
import { createPairingCode } from '../../api/services/pairing/create.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('file');
});
afterAll(() => desk.close());

type Death = 'before its commit' | 'after its commit, before its answer';
class Killed extends Error {}

/** A directory whose process dies at the next batch; what comes after is another process on the same file. */
function dying(death: Death): { db: Db; dies: () => void } {
  let armed = false;
  const real = desk.world.directory;
  return {
    dies: () => {
      armed = true;
    },
    db: {
      ...real,
      batch: async (statements) => {
        if (!armed) return real.batch(statements);
        if (death === 'after its commit, before its answer') await real.batch(statements);
        throw new Killed();
      },
    },
  };
}

/** What a browser keeps, and how it uses it: a stored next token before the present one (D3, K1, K5). */
type Kept = { token: string; next: string | null };

const authorised = async (devices: Devices, kept: Kept): Promise<string> => {
  if (kept.next !== null) {
    try {
      await devices.authorise(kept.next);
      [kept.token, kept.next] = [kept.next, null];
      return 'next';
    } catch (error) {
      if ((error as { code?: string }).code !== 'auth.required') throw error;
      kept.next = null;
    }
  }
  await devices.authorise(kept.token);
  return 'present';
};

async function pair(): Promise<Kept> {
  const { code } = await createPairingCode(desk.world, { workspaceId: desk.here.id, userId: desk.owner });
  const { token } = await claimPairing(desk.world, { code, deviceName: 'Laptop' });
  return { token, next: null };
}
const rotated = async (directory: Db, devices: Devices, token: string): Promise<string> => {
  const caller = await devices.authorise(token);
  const scope = { ...desk.world, directory, here: desk.here, caller };
  return (await rotateToken(scope)).token;
};
const fresh = () => makeDevices(desk.world.directory, desk.world.now);

describe.each<Death>([
  'before its commit',
  'after its commit, before its answer',
])('a server that is killed %s', (death) => {
  it('while it hands out a next token leaves the present one good, and asking again works', async () => {
    const kept = await pair();
    const { db, dies } = dying(death);
    const devices = makeDevices(db, desk.world.now);
    await devices.authorise(kept.token);
    dies();
    await expect(rotated(db, devices, kept.token)).rejects.toThrow(Killed);
    const after = fresh();
    expect(await authorised(after, kept)).toBe('present');
    kept.next = await rotated(desk.world.directory, after, kept.token);
    expect(await authorised(after, kept)).toBe('next');
    expect(await authorised(fresh(), kept)).toBe('present');
  });

  it('at the first use of a next token knows it afterwards, whichever way it went', async () => {
    const kept = await pair();
    kept.next = await rotated(desk.world.directory, fresh(), kept.token);
    const { db, dies } = dying(death);
    dies();
    await expect(authorised(makeDevices(db, desk.world.now), kept)).rejects.toThrow(Killed);
    expect(await authorised(fresh(), kept)).toBe('next');
    expect(await authorised(fresh(), kept)).toBe('present');
    kept.next = await rotated(desk.world.directory, fresh(), kept.token);
    expect(await authorised(fresh(), kept)).toBe('next');
  });

  it('while a browser is paired takes the code with a device, or leaves it good', async () => {
    const { code } = await createPairingCode(desk.world, { workspaceId: desk.here.id, userId: desk.owner });
    const { db, dies } = dying(death);
    dies();
    const asked = claimPairing({ ...desk.world, directory: db }, { code, deviceName: 'Lost answer' });
    await expect(asked).rejects.toThrow(Killed);
    const again = claimPairing(desk.world, { code, deviceName: 'Again' });
    if (death === 'before its commit') expect((await again).token).toHaveLength(43);
    else await expect(again).rejects.toMatchObject({ code: 'pairing.expired' });
  });
});

it('a browser that is killed between any two steps, a hundred times, is never revoked', async () => {
  const kept = await pair();
  let tick = 1;
  const chance = () => {
    tick = (tick * 16_807) % 2_147_483_647;
    return tick / 2_147_483_647;
  };
  for (let i = 0; i < 100; i++) {
    const devices = fresh();
    await authorised(devices, kept);
    const next = await rotated(desk.world.directory, devices, kept.token);
    if (chance() < 0.3) continue;
    kept.next = next;
    if (chance() < 0.3) continue;
    // The server hears the first use, the browser never hears the answer.
    if (chance() < 0.5) await devices.authorise(next);
    else await authorised(devices, kept);
    desk.clock.now += 60_000;
  }
  expect(await authorised(fresh(), kept)).toMatch(/next|present/);
});

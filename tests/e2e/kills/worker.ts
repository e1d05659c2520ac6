import { chanceOf } from '../../fixtures/sample/workspace/chance.ts';
import type { Device } from '../world/remote.ts';
import { browserSession, targetsOf } from '../world/target.ts';
import type { Desk } from '../world.ts';
import { openHands, sleep } from './hands.ts';
import { comparedWith, keptWith } from './kept.ts';

export type WorkerKills = { kills: number; saved: number; violations: string[] };
type Wanted = {
  desk: Desk;
  device: Device;
  contactId: string;
  kills: number;
  seed: number;
  until?: number;
};

/** Ends the extension's worker again and again while notes are written; what was said to be saved must be there, once. */
export async function killWorkers({
  desk,
  device,
  contactId,
  kills,
  seed,
  until = Number.POSITIVE_INFINITY,
}: Wanted): Promise<WorkerKills> {
  const chance = chanceOf(seed);
  const mark = `kills ${seed} ${crypto.randomUUID().slice(0, 8)}`;
  const session = await browserSession(desk.context);
  const hands = await openHands(desk);
  await hands.work(mark, contactId);
  let done = 0;
  while (done < kills && Date.now() < until) {
    // From the first line of its script to the middle of a push.
    await sleep(chance.below(chance.below(3) === 0 ? 30 : 250));
    const worker = (await targetsOf(session)).find(({ type }) => type === 'service_worker');
    // One that went meanwhile needs no killing; what died is counted where it is felt.
    if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId }).catch(() => null);
    done = await hands.deaths();
  }
  const { saved, unsure } = await hands.rest();
  const stuck = await hands.emptied();
  const kept = await keptWith(device, mark);
  await hands.page.close();
  await session.detach();
  return {
    kills: done,
    saved: saved.length,
    violations: [...stuck, ...comparedWith(kept, saved, unsure)],
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import type { Chance } from '../../fixtures/sample/workspace/chance.ts';
import type { Device } from '../world/remote.ts';
import type { Desk, World } from '../world.ts';
import { openHands, sleep } from './hands.ts';
import { comparedWith, keptWith } from './kept.ts';

export type BrowserKills = { kills: number; saved: number; violations: string[] };
type Wanted = {
  world: World;
  desk: Desk;
  device: Device;
  contactId: string;
  kills: number;
  chance: Chance;
  until?: number;
};

/** SIGKILL for every process of the browser on a profile, as when the machine runs out of memory. */
function killBrowser(profile: string): number {
  let killed = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = commandOf(pid);
    if (!command.includes(`--user-data-dir=${profile}\0`)) continue;
    process.kill(Number(pid), 'SIGKILL');
    killed++;
  }
  return killed;
}

function commandOf(pid: string): string {
  try {
    return `${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}\0`;
  } catch (error) {
    // It ended while we read the list.
    if ((error as NodeJS.ErrnoException).code) return '';
    throw error;
  }
}

/** Kills the browser in the middle of writing, opens it again on its profile, and so on; at the end all that was saved is there once. */
export async function killBrowsers({
  world,
  desk: first,
  device,
  contactId,
  kills,
  chance,
  until = Number.POSITIVE_INFINITY,
}: Wanted): Promise<BrowserKills & { desk: Desk }> {
  const mark = `browser ${crypto.randomUUID().slice(0, 8)}`;
  const saved: string[] = [];
  let desk = first;
  let done = 0;
  while (done < kills && Date.now() < until) {
    const hands = await openHands(desk, (text) => void saved.push(text));
    await hands.work(`${mark}/${done}`, contactId);
    await sleep(100 + chance.below(1_400));
    const gone = desk.context.waitForEvent('close');
    if (killBrowser(desk.profile) === 0) throw new Error('no process of the browser was found');
    await gone;
    done++;
    desk = await world.restart(desk);
  }
  const hands = await openHands(desk);
  const stuck = await hands.emptied();
  await hands.page.close();
  // What was under way at a kill may be there or not.
  const violations = [...stuck, ...comparedWith(await keptWith(device, mark), saved, null)];
  return { kills: done, saved: saved.length, violations, desk };
}

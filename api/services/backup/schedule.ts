import { sweep } from '../erasure/workspace.ts';
import { type Keeper, quietJob } from './keeper.ts';
import { listBackups } from './manifest.ts';
import { runBackup } from './run.ts';

const lookEveryMs = 60_000;
/** After one that failed, on a full disk for instance. */
const againMs = 3_600_000;
const day = 86_400_000;

/**
 * One backup a night. Looked at every minute by the wall clock, so a machine that slept, or changed to summer time,
 * neither skips a day nor makes two; a server that was off at the time makes up for it when it is on again.
 */
export function startSchedule(keeper: Keeper): { stop: () => void } {
  const { world, settings, log } = keeper;
  const { folder, at } = settings.backups;
  sweep(keeper).catch((error: unknown) => log.error({ err: error }, 'sweep failed'));
  if (at === null) return { stop: () => {} };
  let made = lastMade(folder) ?? world.now();
  let notBefore = 0;
  const stop = new AbortController();
  const look = () => {
    const now = world.now();
    if (made >= lastDue(now, at) || now < notBefore) return;
    notBefore = now + againMs;
    runBackup(keeper, { kind: 'scheduled' }, { ...quietJob, signal: stop.signal }).then(
      () => {
        made = now;
      },
      (error: unknown) => {
        if (!stop.signal.aborted) log.error({ err: error }, 'nightly backup failed');
      },
    );
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      stop.abort();
    },
  };
}

function lastMade(folder: string): number | null {
  const [newest] = listBackups(folder).filter(({ manifest }) => manifest?.kind === 'scheduled');
  return newest?.manifest?.at ?? null;
}

/** The newest instant at or before `now` at which the clock on the wall showed so many minutes after midnight. */
export function lastDue(now: number, minutes: number): number {
  const at = (from: number) => new Date(from).setHours(Math.floor(minutes / 60), minutes % 60, 0, 0);
  const today = at(now);
  return today <= now ? today : at(now - day);
}

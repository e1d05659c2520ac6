import { oneAtATime } from './one-at-a-time.ts';

/** Chrome wakes nobody sooner. */
const leastMs = 30_000;

/** As much of the browser's alarms as is needed. */
type Alarms = {
  get(name: string): Promise<unknown>;
  create(name: string, alarm: { when: number }): Promise<void>;
  clear(name: string): Promise<boolean>;
};

export type AlarmParts = {
  alarms: Alarms;
  /** When each opened workspace wants to be woken; null: not at all. */
  wakeTimes(): Promise<(number | null)[]>;
  /** Whether those are all. What another one set in an earlier life must stay. */
  areAll(): boolean;
  now(): number;
};

/** With no sidebar open the worker sleeps, and is woken only while something waits to be sent or filled. [L2] */
export function keepAlarm({ alarms, wakeTimes, areAll, now }: AlarmParts): () => void {
  let set: number | null = null;

  async function keep(): Promise<void> {
    const wanted = (await wakeTimes()).filter((at) => at !== null);
    if (wanted.length === 0) {
      if (areAll() && set !== 0) {
        await alarms.clear('sync');
        set = 0;
      }
      return;
    }
    const when = Math.max(Math.min(...wanted), now() + leastMs);
    // One that is set and comes earlier will look for itself.
    if (set !== null && set > now() && set <= when) return;
    if (set === null && !areAll() && (await alarms.get('sync'))) return;
    await alarms.create('sync', { when });
    set = when;
  }

  return oneAtATime(keep);
}

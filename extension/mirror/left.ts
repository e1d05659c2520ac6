import type { Interaction } from '../../shared/domain/rows.ts';
import type { ReadTx, WriteTx } from './store.ts';

const leftKey = (key: string): string => `left/${key}`;
/** Keys that a mailbox's mail has; an imported entry is no mail that anybody opens. */
const isMailKey = (key: string): boolean => /^(mid|gm):/.test(key);

type Keyed = { fingerprint?: Interaction['fingerprint'] };

/** A log that somebody took back: by itself it is not made again. [E5] */
export async function noteLeft(raw: WriteTx, tombstone: Keyed, before: Keyed, at: number): Promise<void> {
  // The tombstone of what is somebody else's own tells no keys. [V6]
  const keys = [...(tombstone.fingerprint ?? []), ...(before?.fingerprint ?? [])];
  await Promise.all([...new Set(keys.filter(isMailKey))].map((key) => raw.put('meta', leftKey(key), at)));
}

/** Which of these keys are of mails whose log was taken back. */
export async function leftAmong(tx: ReadTx, keys: readonly string[]): Promise<Set<string>> {
  const asked = keys.filter(isMailKey);
  const found = await tx.getMany('meta', asked.map(leftKey));
  return new Set(asked.filter((_, at) => found[at] !== undefined));
}

import type { Interaction } from '../../shared/domain/rows.ts';
import type { ReadTx, WriteTx } from './store.ts';

const leftKey = (key: string): string => `left/${key}`;
/** Keys that a mailbox's mail has; an imported entry is no mail that anybody opens. */
const isMailKey = (key: string): boolean => /^(mid|gm):/.test(key);

/** A log that somebody took back: by itself it is not made again. [E5] */
export async function noteLeft(raw: WriteTx, { fingerprint }: Pick<Interaction, 'fingerprint'>, at: number) {
  for (const key of fingerprint.filter(isMailKey)) await raw.put('meta', leftKey(key), at);
}

/** Which of these keys are of mails whose log was taken back. */
export async function leftAmong(tx: ReadTx, keys: readonly string[]): Promise<Set<string>> {
  const asked = keys.filter(isMailKey);
  const found = await tx.getMany('meta', asked.map(leftKey));
  return new Set(asked.filter((_, at) => found[at] !== undefined));
}

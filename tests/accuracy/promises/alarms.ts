import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newText } from '../../../extension/recognisers/mail/reply.ts';
import { type ReadPromise, readPromises } from '../../../shared/domain/promise/read-promises.ts';
import { said } from './read-sentences.ts';

export type Alarms = { mails: number; right: ReadPromise[]; wrong: ReadPromise[] };

const hashOf = (sentence: string): string => createHash('sha256').update(sentence).digest('hex').slice(0, 12);

/** Of sentences that were read by eye and found to be promises: their hashes, for the mails themselves are other people's. */
const judged = (): Set<string> =>
  new Set(
    readFileSync(new URL('judged.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line[0] !== '#'),
  );

/** What is found in real mails, where a folder of them lies at hand; what nobody judged right counts as wrong. */
export function alarmsIn(folder: string): Alarms | null {
  const [zones, replies] = ['mail-zones.json', 'replies.json'].map((name) => join(folder, name));
  if (!zones || !replies || !existsSync(zones) || !existsSync(replies)) return null;
  const read = (path: string) =>
    JSON.parse(readFileSync(path, 'utf8')) as { text?: string; input?: string }[];
  const texts = [...read(zones), ...read(replies)].map(({ text, input }) => text ?? input ?? '');
  const found = texts.flatMap((text) => readPromises(newText(text), { direction: 'in', ...said.en }));
  const known = judged();
  return {
    mails: texts.length,
    right: found.filter(({ at }) => known.has(hashOf(at))),
    wrong: found.filter(({ at }) => !known.has(hashOf(at))),
  };
}

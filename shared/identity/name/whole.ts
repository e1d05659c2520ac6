import { givenGroups } from './nicknames.ts';
import { type DecodeGb, pinyin } from './pinyin.ts';
import type { NameTables } from './tables.ts';

/** All tables at hand: in the background and on the server, 13 kB that no page reads. */
export function wholeNameTables(decode: DecodeGb): NameTables {
  const han = pinyin(decode);
  return { givenGroups, reading: han.name, readings: han.each };
}

import { CodedError } from '../../shared/kit/error.ts';
import { pullInput } from '../../shared/sync/delta.ts';
import type { Db } from '../db/open.ts';
import type { Caller, World } from '../services/context.ts';
import { personInput, showPerson } from '../services/person/show.ts';
import { pull } from '../services/sync/pull.ts';

type Read = (db: Db, input: unknown) => Promise<string>;

/** Hot reads by procedure: the engine's JSON text is the answer, nobody parses it on the way. */
const readByPath: Record<string, Read> = {
  'person.show': (db, input) => showPerson(db, personInput.parse(input)),
  'sync.pull': (db, input) => pull(db, pullInput.parse(input)),
};

export const isStraight = (path: string): boolean => Object.hasOwn(readByPath, path);

/** The body of a single call's answer, in the words of tRPC's wire. */
export async function answerStraight(
  world: World,
  caller: Caller,
  path: string,
  input: unknown,
): Promise<string> {
  const read = readByPath[path];
  if (!read) throw new CodedError('not_found');
  const here = await world.workspace(caller.workspaceId);
  return `{"result":{"data":${await read(here.db, input)}}}`;
}

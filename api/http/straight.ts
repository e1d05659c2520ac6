import { CodedError } from '../../shared/kit/error.ts';
import { pullInput } from '../../shared/sync/delta.ts';
import { pushInput } from '../../shared/sync/mutation.ts';
import { admit, policiesOf } from '../rpc/context.ts';
import { appRouter } from '../rpc/router.ts';
import type { Caller, Workspace, World } from '../services/context.ts';
import { personInput, showPerson } from '../services/person/show.ts';
import { pull } from '../services/sync/pull.ts';
import { push } from '../services/sync/push.ts';

type Answer = (here: Workspace, caller: Caller, input: unknown) => Promise<string>;

/** Hot reads by procedure: the engine's JSON text is the answer, nobody parses it on the way. */
const reads: Record<string, Answer> = {
  'person.show': ({ db }, { userId }, input) => showPerson(db, userId, personInput.parse(input)),
  'sync.pull': ({ db }, { userId }, input) => pull(db, userId, pullInput.parse(input)),
};
const answers: Record<string, Answer> = {
  ...reads,
  'sync.push': async (here, caller, input) =>
    JSON.stringify(await push(here, caller, pushInput.parse(input))),
};

/** The same table that the router obeys. */
const policies = new Map(policiesOf(appRouter).map(({ path, policy }) => [path, policy]));

/** A read may be asked for by either method, a change by POST alone. */
export const isStraight = (path: string, method: string): boolean =>
  Object.hasOwn(method === 'POST' ? answers : reads, path);

/** The body of a single call's answer, in the words of tRPC's wire. */
export async function answerStraight(
  world: World,
  caller: Caller,
  path: string,
  input: unknown,
): Promise<string> {
  const answer = answers[path];
  const policy = policies.get(path);
  if (!answer || !policy) throw new CodedError('not_found');
  admit(caller, policy);
  const here = await world.workspace(caller.workspaceId);
  return `{"result":{"data":${await answer(here, caller, input)}}}`;
}

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addMember } from '../../api/services/member/add.ts';
import { push } from '../../api/services/sync/push.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { listWorkspaces } from '../../api/services/workspace/list.ts';
import type { Running } from '../../api/start.ts';
import { limits } from '../../shared/domain/limits.ts';
import type { Id } from '../../shared/kit/id.ts';
import { accounts, people } from '../../tests/fixtures/sample/cast.ts';
import { sampleMutations, sampleStages } from '../../tests/fixtures/sample/workspace.ts';

/** The sample's second member; the first is the server's owner. */
export const sampleMembers = { mia: '01890000-0000-7000-8000-0000000000a2' } as const;
/** Clients of the sample's own, the same every time: what was pushed before a crash is not pushed twice. */
const clientIds = ['01890000-0000-7000-8000-0000000000c1', '01890000-0000-7000-8000-0000000000c2'];

type Options = { data: string; first: Date; say: (line: string) => void };

/** The sample's own workspace, made and filled on first run through the same verbs that the extension uses. */
export async function sampleWorkspace(running: Running, { data, first, say }: Options): Promise<Id> {
  const id = await findOrMake(running);
  const filled = join(data, 'sample', `filled-${id}`);
  if (existsSync(filled)) return id;
  const here = await running.world.workspace(id);
  const groups = sampleMutations(first, { members: { owner: running.owner.id, mia: sampleMembers.mia } });
  const all = groups.reduce((sum, { mutations }) => sum + mutations.length, 0);
  say(`Filling the sample workspace (${all} entries) ...`);
  for (const [place, { by, mutations }] of groups.entries()) {
    const clientId = clientIds[place] ?? '';
    for (let from = 0; from < mutations.length; from += limits.push) {
      const part = mutations.slice(from, from + limits.push);
      // Stages are for an owner to arrange.
      const author = { userId: by, role: by === running.owner.id ? 'owner' : 'member' } as const;
      const { results } = await push(here, author, { clientId, confirmed: 0, mutations: part });
      const refused = results.find(({ status }) => status === 'refused');
      if (refused || results.length < part.length)
        throw new Error(`The sample could not be filled: ${JSON.stringify(refused ?? results.at(-1))}`);
    }
  }
  await mkdir(join(data, 'sample'), { recursive: true });
  await writeFile(filled, '');
  return id;
}

async function findOrMake({ world, owner }: Running): Promise<Id> {
  const known = (await listWorkspaces(world.directory)).find(({ kind }) => kind === 'sample');
  if (known) return known.id;
  const [nora, mia] = [people[accounts.owner], people[accounts.mia]];
  const here = await createWorkspace(world, {
    name: 'Fernhill Instruments (sample)',
    kind: 'sample',
    owner: { id: owner.id, name: nora.name, email: nora.email },
    stages: sampleStages,
  });
  await addMember(world, here, { id: sampleMembers.mia, name: mia.name, email: mia.email, role: 'member' });
  return here.id;
}

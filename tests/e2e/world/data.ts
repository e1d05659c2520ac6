import { randomBytes } from 'node:crypto';
import { addMember } from '../../../api/services/member/add.ts';
import { push } from '../../../api/services/sync/push.ts';
import { createWorkspace } from '../../../api/services/workspace/create.ts';
import { startServer } from '../../../api/start.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { people } from '../../fixtures/sample/cast.ts';
import { sampleMutations, sampleStages } from '../../fixtures/sample/workspace.ts';

/** A data folder that no process has open, and what a test must know of it. */
export type Filled = {
  data: string;
  /** The instant before which the sample mails lie. */
  now: Date;
  members: { nora: Id; mia: Id };
  /** Unused one-time codes. */
  codes: { nora: string[]; mia: string[] };
};

const codesEach = 5;
/** A second workspace of Nora's. */
export const emptyWorkspace = 'Side project';

export const newId = (at = Date.now()): Id => idFrom(at, randomBytes(10));

/** The sample workspace with its two members, written by the server's own verbs before the server is started. */
export async function fillData(data: string): Promise<Filled> {
  const running = await startServer({ PORT: '0', SIDEBOOK_DATA: data, SIDEBOOK_LOG: 'error', LANG: 'en' });
  try {
    const { world } = running;
    const nora = newId();
    const owner = { id: nora, name: people.nora.name, email: people.nora.email };
    const here = await createWorkspace(world, {
      name: 'Fernhill',
      kind: 'team',
      owner,
      stages: sampleStages,
    });
    const mia = await addMember(world, here, {
      name: people.mia.name,
      email: people.mia.email,
      role: 'member',
    });
    // Another of hers, with nobody in it.
    await createWorkspace(world, { name: emptyWorkspace, kind: 'team', owner });
    const now = new Date();
    for (const { by, mutations } of sampleMutations(now, { members: { owner: nora, mia } })) {
      const clientId = newId();
      for (let from = 0; from < mutations.length; from += limits.push) {
        const part = mutations.slice(from, from + limits.push);
        const { results } = await push(
          here,
          { userId: by, role: by === nora ? 'owner' : 'member' },
          { clientId, confirmed: from, mutations: part },
        );
        const failed = results.find(({ status }) => status !== 'applied');
        if (failed || results.length < part.length)
          throw new Error(`the workspace was not filled: ${JSON.stringify(failed ?? results.at(-1))}`);
      }
    }
    const codesFor = async (userId: Id) => {
      const links = [];
      for (let i = 0; i < codesEach; i++)
        links.push(await running.pairLink({ workspaceId: here.id, userId }));
      return links.map((link) => link.slice(link.indexOf('#') + 1));
    };
    return {
      data,
      now,
      members: { nora, mia },
      codes: { nora: await codesFor(nora), mia: await codesFor(mia) },
    };
  } finally {
    await running.close();
  }
}

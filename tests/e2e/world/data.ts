import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMember } from '../../../api/services/member/add.ts';
import { push } from '../../../api/services/sync/push.ts';
import { createWorkspace } from '../../../api/services/workspace/create.ts';
import { startServer } from '../../../api/start.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { people } from '../../fixtures/sample/cast.ts';
import { sampleMutations, sampleStages } from '../../fixtures/sample/workspace.ts';
import { emptyWorkspace, newId, type Sample, workspaceName } from './sample.ts';

/** The sample workspace with its two members, written by the server's own verbs before any server is started on it. */
export async function fillSample(): Promise<{ sample: Sample; remove(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'sidebook-sample-'));
  const running = await startServer({ PORT: '0', SIDEBOOK_DATA: data, SIDEBOOK_LOG: 'error', LANG: 'en' });
  try {
    const { world } = running;
    const nora = newId();
    const owner = { id: nora, name: people.nora.name, email: people.nora.email };
    const here = await createWorkspace(world, {
      name: workspaceName,
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
    return {
      sample: { data, now: now.getTime(), members: { nora, mia } },
      remove: () => rm(data, { recursive: true, force: true }),
    };
  } finally {
    await running.close();
  }
}

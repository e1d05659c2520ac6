import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Workspace, World } from '../context.ts';

/** An open workspace, or null where its database is gone: what mirrors the directory need not fail for that. */
export async function workspaceIfThere(world: World, id: Id): Promise<Workspace | null> {
  try {
    return await world.workspace(id);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'workspace.missing') return null;
    throw error;
  }
}

import { CodedError } from '../../shared/kit/error.ts';
import type { Looking } from '../mirror/looking.ts';
import type { Asker, Office } from './asker.ts';
import type { Core } from './core.ts';

/**
 * Works in the rooms of the workspace that the asker saw, or where it saw none of its tab's; what is read is noted in
 * `looking`.
 */
export async function inCore(
  { workspaces }: Pick<Office, 'workspaces'>,
  { tabId }: Asker,
  place: string | null,
  looking: Looking,
  work: (core: Core) => Promise<unknown>,
): Promise<unknown> {
  const core = place === null ? await workspaces.of(tabId) : await workspaces.named(place);
  if (!core) throw new CodedError('unpaired');
  const seen = looking.through(core.mirror);
  try {
    return await work({ ...core, mirror: seen.mirror });
  } finally {
    seen.done();
  }
}

import type { Id } from '../../../shared/kit/id.ts';
import type { Mutation, MutationResult } from '../../../shared/sync/mutation.ts';
import type { Workspace } from '../context.ts';
import { push } from './push.ts';

/** In one go; the writer puts some hundred into each commit. */
const together = 2_000;

/**
 * Carries out a list of mutations inside this process, through the same queue and the same guards as a push: how the
 * sample is filled and tests prepare a workspace. Numbers start at 1 for each client, without gaps.
 */
export async function applyMutations(
  here: Workspace,
  by: Id,
  clientId: Id,
  mutations: Mutation[],
): Promise<MutationResult[]> {
  const results: MutationResult[] = [];
  for (let from = 0; from < mutations.length; from += together) {
    const part = mutations.slice(from, from + together);
    results.push(...(await push(here, by, { clientId, confirmed: 0, mutations: part })).results);
  }
  return results;
}

import { isFiltered } from '../../../shared/domain/interaction/filter.ts';
import { matchesFilter } from '../../../shared/domain/interaction/match.ts';
import type { Calls } from '../../messages/calls.ts';
import type { TimelineView } from '../../messages/state.ts';
import type { Core } from '../core.ts';
import { timelineOf } from './lookup.ts';
import { pastOf } from './older.ts';

/** More of what happened with somebody, or only some of it. */
export async function timelineView(
  core: Core,
  { noun, id, wanted, ask, filter }: Calls['timeline']['in'],
): Promise<TimelineView> {
  const of = isFiltered(filter) ? matchesFilter(filter) : undefined;
  const { found, more, failed } = await pastOf(core, { noun, id }, { wanted, ask, of });
  return {
    entries: await timelineOf(core, found.slice(0, wanted)),
    older: more,
    unreached: failed !== null,
  };
}

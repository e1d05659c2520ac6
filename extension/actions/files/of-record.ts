import type { Interaction } from '../../../shared/domain/rows.ts';
import type { Calls } from '../../messages/calls.ts';
import { startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';
import { linesOf } from './lines.ts';

/** So many entries with files are looked at, of as many that happened. */
const most = 50;
const lookedAt = 500;

/** Files of what happened with somebody, as far as it is kept here. */
export async function recordFiles(
  core: Core,
  { noun, id }: Calls['recordFiles']['in'],
): Promise<Calls['recordFiles']['out']> {
  const range = { ...startingWith(`interaction/${noun}/${id}/`), reverse: true, limit: lookedAt };
  const entries = (await core.mirror.tagged('interaction', range)) as Interaction[];
  const kept = new Set((await core.mirror.all('file')).map(({ interactionId }) => interactionId));
  const with_ = entries
    .filter((entry) => (entry.attachments ?? []).length > 0 || kept.has(entry.id))
    .sort((a, b) => b.occurredAt - a.occurredAt)
    .slice(0, most);
  return Promise.all(
    with_.map(async (entry) => ({
      interactionId: entry.id,
      at: entry.occurredAt,
      mayKeep: entry.privateTo === null || entry.privateTo === meOf(core),
      files: await linesOf(core, entry.id, entry.attachments ?? []),
    })),
  );
}

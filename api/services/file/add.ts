import { isCertainKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import { seesFile } from '../../db/workspace/row.ts';
import { historyOfAdd, liveInteraction, taken, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';

/** The entry of a mail that somebody else had logged: the client's own log of it was answered `already`. */
const byMail = `(SELECT i.id FROM json_each(:keys) j JOIN fingerprint f ON f.key = j.value JOIN interaction i ON i.id = f.interaction_id
  WHERE f.held = 1 AND COALESCE(f.private_to, '') IN ('', :by) AND i.deleted_at IS NULL ORDER BY f.private_to IS NULL DESC, i.id LIMIT 1)`;
const entry = `COALESCE(${liveInteraction(':interactionId')}, ${byMail})`;
const sees = seesFile('g').replaceAll(':me', ':by');
/** Bytes that this member could read anyway are not asked for again. [H6] */
const there = `(SELECT g.blob_id FROM file g WHERE g.sha256 = :sha256 AND g.size = :size AND g.blob_id IS NOT NULL AND g.deleted_at IS NULL AND ${sees} LIMIT 1)`;

/** That a file belongs to an entry. Its bytes come by `file.put`; a second of the same bytes at the same entry is the first. */
export const addFile = ({ keys = [], ...input }: Input<'file.add'>): Plan => ({
  // Of an entry that one may not use nothing is told. [H1]
  refuse: [`CASE WHEN ${entry} IS NULL THEN 'interaction.unknown' END`],
  already: `COALESCE(${taken('file')}, (SELECT g.id FROM file g WHERE g.interaction_id = ${entry} AND g.sha256 = :sha256 AND g.size = :size AND g.blob_id IS NOT NULL AND g.deleted_at IS NULL LIMIT 1))`,
  effects: [
    `INSERT INTO file (id, created_at, created_by, updated_at, interaction_id, name, type, size, sha256, blob_id, stored_at)
SELECT :id, :at, :by, :at, ${entry}, :name, :type, :size, :sha256, t.id, CASE WHEN t.id IS NOT NULL THEN :at END
FROM (SELECT ${there} AS id) t WHERE ${FRESH}`,
    historyOfAdd('file', FRESH),
    touch('file', ':id', FRESH),
  ],
  args: {
    ...input,
    keys: JSON.stringify(keys.filter(isCertainKey)),
    history: JSON.stringify([['added', input.name]]),
  },
});

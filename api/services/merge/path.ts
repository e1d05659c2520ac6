import { type Party, stands } from './links.ts';

/**
 * The merge that is split, as SQL: the one that `:id` names, or stands for.
 * @param party of a merge of the other noun each of these finds nothing; null: of whichever
 */
export function pathOf(party: Party | null) {
  const merge = `(SELECT COALESCE(same_as, id) FROM merge WHERE id = :id${party ? ` AND noun = '${party}'` : ''})`;
  const gone = `(SELECT gone_id FROM merge WHERE id = ${merge})`;
  /** Common table expressions: the merge `m`, and `up`, the merges by which what it kept was kept in its turn. */
  const upwards = `m AS (SELECT * FROM merge WHERE id = ${merge}),
up (id, kept) AS (SELECT id, kept_id FROM m UNION ALL
  SELECT n.id, n.kept_id FROM up JOIN merge n ON n.gone_id = up.kept AND ${stands('n')})`;
  const up = `(WITH RECURSIVE ${upwards} SELECT id, kept FROM up)`;
  const isShared = `EXISTS (SELECT 1 FROM ${up} u JOIN merge_part q ON q.merge_id = u.id WHERE q.kind = p.kind AND q.ref = p.ref AND q.shared = 1)`;
  return {
    merge,
    gone,
    upwards,
    up,
    /** The one that everything is of while they are one. */
    survivor: `(SELECT merged_into FROM ${party ?? 'contact'} WHERE id = ${gone})`,
    /** Refs of a kind that go with the gone one and stay with nobody else. */
    leaving: (kind: string): string =>
      `(SELECT p.ref FROM merge_part p WHERE p.merge_id = ${merge} AND p.kind = '${kind}' AND NOT ${isShared})`,
  };
}

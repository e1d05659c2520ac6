import { followedStage } from '../stage/follow.ts';

const first = `(SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE s.deleted_at IS NULL AND p.deleted_at IS NULL
  ORDER BY p.position, p.id, s.position, s.id LIMIT 1)`;

/** The stage an argument names, followed where it was removed; for none, or with none in its place, the first one of the first pipeline. */
export const stageOr = (arg: string): string =>
  `COALESCE(${followedStage(arg)}, CASE WHEN ${arg} IS NULL OR EXISTS (SELECT 1 FROM stage WHERE id = ${arg}) THEN ${first} END)`;

import { followedStage } from '../stage/follow.ts';

/** The stage an argument names, followed where it was removed; for none the first one of the first pipeline. */
export const stageOr = (arg: string): string =>
  `CASE WHEN ${arg} IS NOT NULL THEN ${followedStage(arg)} ELSE
  (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE s.deleted_at IS NULL AND p.deleted_at IS NULL
   ORDER BY p.position, p.id, s.position, s.id LIMIT 1) END`;

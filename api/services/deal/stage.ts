/** The stage an argument names, or for none the first one of the first pipeline. */
export const stageOr = (arg: string): string =>
  `CASE WHEN ${arg} IS NOT NULL THEN (SELECT id FROM stage WHERE id = ${arg} AND deleted_at IS NULL) ELSE
  (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE s.deleted_at IS NULL AND p.deleted_at IS NULL
   ORDER BY p.position, s.position LIMIT 1) END`;

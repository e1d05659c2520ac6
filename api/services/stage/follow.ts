/** The stage that an argument names; of a removed one, the stage that its deals went on to. Null: there is none. [B4] */
export const followedStage = (arg: string): string =>
  `(SELECT t.id FROM stage a JOIN stage t ON t.id = CASE WHEN a.deleted_at IS NULL THEN a.id ELSE a.replaced_by END
  WHERE a.id = ${arg} AND t.deleted_at IS NULL)`;

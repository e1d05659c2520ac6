import { type StageEntered, type StagePace, stagePaces } from '../../../shared/domain/rhythm/stage-pace.ts';
import type { Db } from '../../db/open.ts';

/** How deals were won longer ago tells little of today. */
const sinceMs = 2 * 366 * 86_400_000;
const mostDeals = 2_000;

const sql = `SELECT d.id AS dealId, d.closed_at AS closedAt, h.after AS stageId, h.at FROM (
  SELECT id, closed_at FROM deal WHERE state = 'won' AND deleted_at IS NULL AND closed_at > :since ORDER BY closed_at DESC LIMIT ${mostDeals}) d
JOIN change h ON h.noun = 'deal' AND h.row_id = d.id AND h.field = 'stageId' AND h.after IS NOT NULL AND h.state IS NULL`;

/** How long won deals of two years stood in each stage: a median, and of how many. */
export async function pacesOf(db: Db, now: number): Promise<StagePace[]> {
  const { rows } = await db.execute(sql, { since: now - sinceMs });
  const closedAt = new Map<string, number>();
  const entered = rows.map((row): StageEntered => {
    const dealId = String(row.dealId);
    closedAt.set(dealId, Number(row.closedAt));
    return { dealId, stageId: textOf(row.stageId), at: Number(row.at) };
  });
  return stagePaces(entered, closedAt);
}

/** The column has no type of its own: over the wire text may come as bytes. */
const textOf = (value: unknown): string =>
  value instanceof ArrayBuffer ? Buffer.from(value).toString('utf8') : String(value);

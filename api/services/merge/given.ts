import type { OwnValues } from '../../../shared/domain/rows.ts';
import { mayUse } from '../effect.ts';
import type { Party } from './links.ts';

/** Guards: both are there; one that was removed can be brought back. */
export const thereOf = (party: Party, kept: string, gone: string): string[] =>
  [
    [kept, ':id'],
    [gone, ':goneId'],
  ].map(([found, id]) => {
    const seen = party === 'contact' ? ` AND ${mayUse('r')}` : '';
    return `CASE WHEN ${found} IS NULL THEN CASE WHEN EXISTS (SELECT 1 FROM ${party} r WHERE r.id = ${id}${seen}) THEN '${party}.removed' ELSE '${party}.unknown' END END`;
  });

/** They are one already, or this was said before. */
export const isOne = (kept: string, gone: string): string =>
  `COALESCE((SELECT id FROM merge WHERE id = :mergeId), CASE WHEN ${kept} = ${gone} THEN ${kept} END)`;

/** The given fields as JSON by name, own ones as `own.<key>`. */
export function chosenOf({ own = {}, ...fields }: { own?: OwnValues | undefined }): string {
  const owned = Object.entries(own).map(([key, value]) => [`own.${key}`, value]);
  return JSON.stringify(Object.fromEntries([...Object.entries(fields), ...owned]));
}

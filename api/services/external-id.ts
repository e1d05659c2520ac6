import { FRESH } from './plan.ts';

/** Ids in `:externalIds` for a row, those left out that another row holds. */
export const addExternalIds = (noun: 'company' | 'deal', id: string, when: string): string =>
  `INSERT INTO external_id (noun, row_id, value, position, held)
SELECT '${noun}', ${id}, j.value, j.key + COALESCE((SELECT max(position) + 1 FROM external_id WHERE noun = '${noun}' AND row_id = ${id}), 0), 1
FROM json_each(:externalIds) j WHERE ${when} ON CONFLICT DO NOTHING`;

/** The ids of a row are these and no others. */
export const setExternalIds = (noun: 'company' | 'deal', id: string): string[] => [
  `DELETE FROM external_id WHERE noun = '${noun}' AND row_id = ${id} AND ${FRESH}`,
  addExternalIds(noun, id, FRESH),
];

/** Frees the ids of a removed row. */
export const freeExternalIds = (noun: 'company' | 'deal'): string =>
  `UPDATE external_id SET held = 0 WHERE noun = '${noun}' AND row_id = :id AND ${FRESH}`;

/** Gives a restored row those of its ids back that nobody took meanwhile. */
export const holdExternalIds = (noun: 'company' | 'deal'): string =>
  `UPDATE OR IGNORE external_id SET held = 1 WHERE noun = '${noun}' AND row_id = :id AND ${FRESH}`;

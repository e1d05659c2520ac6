/** Keys in `:fingerprint` that an entry does not have yet; `mid:` and `gm:` become its own, a `dg:` only suggests. */
export const learnKeys = (id: string, when: string): string =>
  `INSERT INTO fingerprint (interaction_id, key, held)
SELECT ${id}, j.value, j.value NOT LIKE 'dg:%' FROM json_each(:fingerprint) j WHERE ${when} ON CONFLICT DO NOTHING`;

/**
 * Keys in `:fingerprint` that an entry does not have yet; `mid:` and `gm:` become its own, a `dg:` only suggests.
 * @param scope SQL of the member to whom the entry is private
 */
export const learnKeys = (id: string, when: string, scope: string): string =>
  `INSERT INTO fingerprint (interaction_id, key, held, private_to)
SELECT ${id}, j.value, j.value NOT LIKE 'dg:%', ${scope} FROM json_each(:fingerprint) j WHERE ${when} ON CONFLICT DO NOTHING`;

/** The entry that stands for all, whichever of a joined group was named. */
export const root = `(SELECT COALESCE(joined_into, id) FROM interaction WHERE id = :id)`;
/** It and all that were joined into it: they are one mail. */
export const group = `(SELECT id FROM interaction WHERE id = ${root} OR joined_into = ${root})`;

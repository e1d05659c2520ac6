/** Guard: a closed deal is reopened before it moves or closes again. */
export const stillOpen = `(SELECT 'deal.closed' FROM deal WHERE id = :id AND state <> 'open')`;

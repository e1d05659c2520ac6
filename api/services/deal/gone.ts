/** Guard of a change: the deal is there no more, but was. [P11] */
export const gone = `(SELECT 'deal.removed' FROM deal WHERE id = :id AND deleted_at IS NOT NULL)`;

import type { Id } from '../../kit/id.ts';

/** Deals that an entry is about, the first first; one that an earlier release stored knows no more than that. */
export const dealsOfEntry = ({
  dealId,
  moreDealIds = [],
}: {
  dealId: Id | null;
  moreDealIds?: readonly Id[] | undefined;
}): Id[] => [...new Set([...(dealId ? [dealId] : []), ...moreDealIds])];

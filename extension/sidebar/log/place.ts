import type { Id } from '../../../shared/kit/id.ts';
import type { LogState } from '../../messages/state.ts';
import type { Place } from './useLog.ts';

type There = Extract<LogState, { state: 'logged' | 'waiting' }>;

/** Where an entry is now. */
export const placeOf = ({ contacts, company, deals }: Pick<There, 'contacts' | 'company' | 'deals'>): Place =>
  withDeals(
    {
      contactIds: contacts.map(({ id }) => id),
      companyId: company?.id ?? null,
      dealId: null,
      moreDealIds: [],
    },
    deals.map(({ id }) => id),
  );

/** The same place with these deals; the first stays the first. */
export const withDeals = (place: Place, [first, ...moreDealIds]: readonly Id[]): Place => ({
  ...place,
  dealId: first ?? null,
  moreDealIds,
});

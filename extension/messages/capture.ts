import type { DifferenceField } from '../../shared/domain/contact/differences.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { NewContact } from './calls.ts';

/** What can be done with what a page shows. */
export type CaptureCalls = {
  /** Several people of a page: all are added, or none; whoever is there already is not added twice. */
  addContacts: {
    in: { people: NewContact[] };
    out: { contactIds: Id[]; companyIds: Id[]; existed: number };
  };
  /** Takes over what the screen says of a known contact. */
  takeDifference: { in: { contactId: Id; field: DifferenceField; value: string }; out: null };
  /** It is not asked again in this browser. */
  dismissDifference: { in: { contactId: Id; field: DifferenceField; value: string }; out: null };
  /** Shows on the page where a fact stands; null: no more. */
  point: { in: { at: number | null }; out: null };
};

import type { DifferenceField } from '../../shared/domain/contact/difference.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { NewContact } from './calls.ts';

/** What was shown by pointing, before it is saved. */
export type Teaching =
  | { stage: 'pointing' }
  | {
      stage: 'preview';
      kind: 'person' | 'company';
      host: string;
      shape: string;
      found: number;
      people: TaughtPerson[];
    };
export type TaughtPerson = { name: string; title: string | null; organisation: string | null };

/** A recipe as the settings page lists it. `site`: host and path. */
export type RecipeLine = { id: Id; kind: 'person' | 'company'; site: string; by: string | null; at: number };

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
  /** Waits in the page for somebody to point at a name, a job title and a company. */
  teach: { in: Record<string, never>; out: null };
  stopTeaching: { in: Record<string, never>; out: null };
  /** Stores what was shown, for the whole team. */
  saveTaught: { in: Record<string, never>; out: { recipeId: Id } };
  recipes: { in: Record<string, never>; out: RecipeLine[] };
  /** Reads a vCard that the page links to; answers how many it tells of. */
  readCard: { in: { url: string }; out: { found: number } };
  /** Shows on the page where a fact stands; null: no more. */
  point: { in: { at: number | null }; out: null };
};

import type { SidebarState } from '../state.ts';
import { shownPerson } from './people-shown.ts';

/** The draft that the note box of this screen shows: of the person, else of the company, else of the page. */
export function notePlaceOf(state: SidebarState): string | null {
  const { company, screen } = state;
  const contact = shownPerson(state)?.contact;
  if (contact) return `note contact ${contact.id}`;
  if (company?.company) return `note company ${company.company.id}`;
  return screen.kind === 'page' ? `note page ${screen.url}` : null;
}

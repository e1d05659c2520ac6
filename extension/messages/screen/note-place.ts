import type { SidebarState } from '../state.ts';

/** The draft that the note box of this screen shows: of the person, else of the company, else of the page. */
export function notePlaceOf({ people, selected, company, screen }: SidebarState): string | null {
  const contact = people.find(({ key }) => key === selected)?.contact;
  if (contact) return `note contact ${contact.id}`;
  if (company?.company) return `note company ${company.company.id}`;
  return screen.kind === 'page' ? `note page ${screen.url}` : null;
}

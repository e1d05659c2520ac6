import type { PersonOnScreen, SidebarState } from '../state.ts';

/** Several people of a page stand in one list, known and new ones; the one or two whom we know have their cards. */
export function isListed({ screen, people }: SidebarState): boolean {
  const fresh = people.filter(({ contact }) => !contact).length;
  return screen.kind === 'page' && (fresh > 1 || people.length > 2);
}

/** The one person whom the screen is about; none while a list stands there. */
export const shownPerson = (state: SidebarState): PersonOnScreen | undefined =>
  isListed(state) ? undefined : state.people.find(({ key }) => key === state.selected);

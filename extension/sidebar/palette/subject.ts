import type { HistoryNoun } from '../../messages/calls.ts';
import { shownPerson } from '../../messages/screen/people-shown.ts';
import type { SidebarState } from '../../messages/state.ts';
import type { Card } from '../shell/session.ts';

/** The one record that the screen is about. */
export type Subject = { noun: HistoryNoun; id: string };

/** In a panel: the card on top, else the person of the thread or page, else its company. */
export function subjectOf(state: SidebarState | null, card: Card | null): Subject | null {
  if (card)
    return 'id' in card && card.noun !== 'history' && card.noun !== 'moves'
      ? { noun: card.noun, id: card.id }
      : null;
  if (!state) return null;
  const contact = shownPerson(state)?.contact;
  if (contact) return { noun: 'contact', id: contact.id };
  const company = state.people.length === 0 ? state.company?.company : null;
  return company ? { noun: 'company', id: company.id } : null;
}

/** In a full page: the record whose page it is. */
export function subjectAt(path: string): Subject | null {
  const [, noun, id] = path.split('/');
  return id && (noun === 'contact' || noun === 'company' || noun === 'deal') ? { noun, id } : null;
}

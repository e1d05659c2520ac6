import * as m from '../../../shared/i18n/compiled/messages.js';
import { shownPerson } from '../../messages/screen/people-shown.ts';
import type { PersonView } from '../../messages/state.ts';
import type { NotePlace } from '../note/NoteBox.tsx';
import { shortName } from '../person/shortName.ts';
import { answerKey, type Card, type Session } from './session.ts';

/** As long as stands in one line of the narrowest panel; a placeholder cannot be cut by CSS. */
const longest = 22;

const about = (name: string): string => {
  const letters = Array.from(name);
  const who =
    letters.length > longest
      ? `${letters
          .slice(0, longest - 1)
          .join('')
          .trimEnd()}…`
      : name;
  return m.sidebar_note_about({ who });
};

/** What a note typed now is about: the opened card, else the person shown, else the company, else the page. */
export function notePlace(session: Session, card: Card | null): NotePlace | null {
  const state = session.state.value;
  if (!state) return null;
  const { screen } = state;
  const page = screen.kind === 'page' ? { url: screen.url, title: screen.title } : null;
  if (card) return ofCard(session, card);
  const person = shownPerson(state);
  if (person?.contact) {
    return {
      place: `note contact ${person.contact.id}`,
      about: { contactIds: [person.contact.id], companyId: person.contact.companyId, dealId: null },
      page,
      secret: Boolean(person.contact.privateTo),
      label: about(shortName(person.contact.name, person.contact.givenName)),
    };
  }
  if (state.company?.company) {
    return {
      place: `note company ${state.company.company.id}`,
      about: { contactIds: [], companyId: state.company.company.id, dealId: null },
      page,
      label: about(state.company.company.name),
    };
  }
  if (!page) return null;
  return {
    place: `note page ${page.url}`,
    about: { contactIds: [], companyId: null, dealId: null },
    page,
    label: m.sidebar_note_about_page(),
  };
}

function ofCard(session: Session, card: Card): NotePlace | null {
  if (card.noun !== 'contact' && card.noun !== 'company' && card.noun !== 'deal') return null;
  // A card's name comes with its answer.
  void session.learned.value;
  const place = session.state.value?.place ?? null;
  const known =
    card.noun === 'contact'
      ? (session.answers.get(answerKey(place, 'person', { contactId: card.id })) as PersonView | undefined)
      : undefined;
  const named = known
    ? shortName(known.contact.name, known.contact.givenName)
    : (session.answers.get(answerKey(place, card.noun, { [`${card.noun}Id`]: card.id })) as
        | { company?: { name: string }; deal?: { title: string } }
        | undefined);
  return {
    place: `note ${card.noun} ${card.id}`,
    about: {
      contactIds: card.noun === 'contact' ? [card.id] : [],
      companyId: card.noun === 'company' ? card.id : (known?.contact.companyId ?? null),
      dealId: card.noun === 'deal' ? card.id : null,
    },
    page: null,
    secret: Boolean(known?.contact.privateTo),
    label: about(typeof named === 'string' ? named : (named?.deal?.title ?? named?.company?.name ?? '…')),
  };
}

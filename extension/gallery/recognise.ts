import type { Contact } from '../../shared/domain/rows.ts';
import type { PersonOnScreen, SidebarState } from '../messages/state.ts';
import type { World } from './world.ts';

/** Who the people on the screen are by now, and whom a log goes to, as the background would find after a change. */
export function recognise(state: SidebarState, world: World): SidebarState {
  const people = state.people.map((person) => recognised(person, world));
  const { screen } = state;
  if (screen.kind !== 'thread') return { ...state, people };
  const was = new Set(state.people.flatMap(({ contact }) => (contact ? [contact.id] : [])));
  const is = people.flatMap(({ contact }) => (contact ? [contact] : []));
  const { target } = screen.thread;
  const gone = (id: string) => was.has(id) && !is.some((contact) => contact.id === id);
  const contacts = [
    ...target.contacts.filter(({ id }) => !gone(id)),
    ...is.filter(({ id }) => !was.has(id)).map(({ id, name }) => ({ id, name })),
  ];
  const unknown = Math.max(0, target.unknown + target.contacts.length - contacts.length);
  const blocked = contacts.length > 0 ? null : unknown > 0 ? 'unknown' : target.blocked;
  return {
    ...state,
    people,
    screen: { ...screen, thread: { ...screen.thread, target: { ...target, contacts, unknown, blocked } } },
  };
}

function recognised(person: PersonOnScreen, world: World): PersonOnScreen {
  if (person.internal || person.email === null) return person;
  const contact = world.contact.find((one) => hasAddress(one, person.email)) ?? null;
  if (!contact) return { ...person, contact: null, match: null };
  const match = person.match ?? { noun: 'contact', id: contact.id, basis: [] };
  return { ...person, contact, match, maybe: null };
}

const hasAddress = (contact: Contact, email: string | null): boolean =>
  contact.keys.some((key) => key.kind === 'email' && key.value === email);

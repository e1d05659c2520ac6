import { noOrigin } from '../../shared/domain/row.ts';
import type { Contact, ContactKey } from '../../shared/domain/rows.ts';
import { emailKey } from '../../shared/identity/email.ts';
import { keyText } from '../../shared/identity/key.ts';
import { givenFamily } from '../../shared/identity/name/given-family.ts';
import { pageKey } from '../../shared/identity/page-key.ts';
import { profileKey } from '../../shared/identity/profile.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { NewContact } from '../messages/calls.ts';
import type { Intended } from '../outbox/outbox.ts';
import { act, type Core, meOf } from './core.ts';
import { companyDomain, findPeople } from './find-people.ts';
import { phoneKeyIn } from './national-phone.ts';
import { type MadeCompanies, planCompany } from './plan-company.ts';
import { readTables } from './tables.ts';

/** Adds a person with what was found, and their company by its domain; one who is there already is answered. */
export async function addContact(
  core: Core,
  input: NewContact,
): Promise<{ contactId: Id; existed: boolean }> {
  const { contact, intended, contactId } = await planContact(core, input);
  if (contact) return { contactId: contact.id, existed: true };
  if (intended.length > 0) await act(core, ...intended);
  return { contactId, existed: false };
}

/** People of one click: all are made, or none; each is looked for first, and two of one key are one. */
export async function addContacts(
  core: Core,
  people: readonly NewContact[],
): Promise<{ contactIds: Id[]; companyIds: Id[]; existed: number }> {
  const made: Made = { companies: new Map(), keys: new Map() };
  const intended: Intended[] = [];
  for (const person of people) intended.push(...(await planContact(core, person, made)).intended);
  if (intended.length > 0) await act(core, ...intended);
  const idsOf = (added: 'contact.add' | 'company.add') =>
    intended.flatMap(({ verb, input }) => (verb === added ? [(input as { id: Id }).id] : []));
  const contactIds = idsOf('contact.add');
  return { contactIds, companyIds: idsOf('company.add'), existed: people.length - contactIds.length };
}

/** What this click makes before it is in the mirror. */
type Made = { companies: MadeCompanies; keys: Map<string, Id> };
type ContactPlan = { contactId: Id; contact: Contact | null; intended: Intended[] };

async function planContact(
  core: Core,
  input: NewContact,
  made: Made = { companies: new Map(), keys: new Map() },
): Promise<ContactPlan> {
  await readTables();
  const keys = keysOfNew(input);
  if (input.email && !keys.some(({ kind }) => kind === 'email'))
    throw new CodedError('input.invalid', 'email');
  const there = input.id ? await core.mirror.get('contact', input.id) : undefined;
  if (there) return { contactId: there.id, contact: null, intended: [] };
  // 1. A duplicate is stopped here, by a key that is one person's own.
  // Who has no handle of their own is known again by where they stand; two namesakes with an address each are two.
  const isKnowable = keys.some(({ kind }) => kind !== 'phone');
  const place =
    !isKnowable && input.page && input.channel === 'page' ? pageKey(input.page, input.name) : null;
  const sought = place ? [...keys, place] : keys;
  const [found] = await findPeople(core.mirror, [sought]);
  if (found?.contact) return { contactId: found.contact.id, contact: found.contact, intended: [] };
  const own = sought.filter(({ kind }) => kind !== 'phone').map(keyText);
  const twin = own.map((key) => made.keys.get(key)).find((id) => id !== undefined);
  if (twin) return { contactId: twin, contact: null, intended: [] };
  // 2. Their company: the one that was chosen, the one with this domain, else a new one.
  const origin = { ...noOrigin, channel: input.channel, page: input.page || null };
  const domain = input.domain ? companyDomain(input.domain) : input.email ? companyDomain(input.email) : null;
  const chosen = input.companyId ? await core.mirror.get('company', input.companyId) : undefined;
  const company =
    chosen && !chosen.mergedInto
      ? { companyId: chosen.id, intended: [] }
      : await planCompany(core, { name: input.companyName, domain, origin }, made.companies);
  // 3. The person.
  const contactId = input.id ?? core.newId();
  for (const key of own) made.keys.set(key, contactId);
  const parts = givenFamily(input.name);
  const add: Intended = {
    verb: 'contact.add',
    input: {
      id: contactId,
      name: input.name,
      givenName: parts.given,
      familyName: parts.family,
      title: input.title,
      companyId: company.companyId,
      lifeCycle: input.lifeCycle,
      ownerId: meOf(core),
      phone: input.phone,
      address: input.address,
      own: {},
      origin,
      keys: place ? [...keys, { ...place, source: input.channel }] : keys,
      ...(input.private && { private: true }),
    },
  };
  return { contactId, contact: null, intended: [...company.intended, add] };
}

function keysOfNew(input: NewContact): ContactKey[] {
  const made = [
    input.email ? emailKey(input.email) : null,
    input.phone ? phoneKeyIn(input.phone, input.country ?? null, input.email) : null,
    input.url ? profileKey(input.url) : null,
  ];
  return made.flatMap((key) => (key ? [{ ...key, source: input.channel }] : []));
}

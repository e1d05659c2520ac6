import { noOrigin } from '../../shared/domain/row.ts';
import type { Contact, ContactKey } from '../../shared/domain/rows.ts';
import { emailKey } from '../../shared/identity/email.ts';
import { profileKey } from '../../shared/identity/profile.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { NewContact } from '../messages/calls.ts';
import type { Intended } from '../outbox/outbox.ts';
import { act, type Core, meOf } from './core.ts';
import { companyByDomain, companyDomain, findPeople } from './find-people.ts';
import { phoneKeyIn } from './national-phone.ts';
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

type ContactPlan = { contactId: Id; contact: Contact | null; intended: Intended[] };

async function planContact(core: Core, input: NewContact): Promise<ContactPlan> {
  await readTables();
  const me = meOf(core);
  const keys = keysOfNew(input);
  if (input.email && !keys.some(({ kind }) => kind === 'email'))
    throw new CodedError('input.invalid', 'email');
  const made = input.id ? await core.mirror.get('contact', input.id) : undefined;
  if (made) return { contactId: made.id, contact: null, intended: [] };
  // 1. A duplicate is stopped here, by a key that is one person's own.
  const [found] = await findPeople(core.mirror, [keys]);
  if (found?.contact) return { contactId: found.contact.id, contact: found.contact, intended: [] };
  // 2. Their company: the one with this domain, else a new one.
  const origin = { ...noOrigin, channel: input.channel, page: input.page || null };
  const intended: Intended[] = [];
  const domain = input.domain ? companyDomain(input.domain) : input.email ? companyDomain(input.email) : null;
  const known = domain ? await companyByDomain(core.mirror, domain) : null;
  let companyId = known?.id ?? null;
  const companyName = input.companyName?.trim() || (domain ? nameOfDomain(domain) : null);
  if (!companyId && companyName) {
    companyId = core.newId();
    intended.push({
      verb: 'company.add',
      input: {
        id: companyId,
        name: companyName,
        domains: domain ? [domain] : [],
        industry: null,
        city: null,
        country: null,
        phone: null,
        website: domain ? `https://${domain}` : null,
        ownerId: me,
        own: {},
        origin,
      },
    });
  }
  // 3. The person.
  const contactId = input.id ?? core.newId();
  intended.push({
    verb: 'contact.add',
    input: {
      id: contactId,
      name: input.name,
      givenName: null,
      familyName: null,
      title: input.title,
      companyId,
      lifeCycle: input.lifeCycle,
      ownerId: me,
      phone: input.phone,
      address: input.address,
      own: {},
      origin,
      keys,
      ...(input.private && { private: true }),
    },
  });
  return { contactId, contact: null, intended };
}

function keysOfNew(input: NewContact): ContactKey[] {
  const made = [
    input.email ? emailKey(input.email) : null,
    input.phone ? phoneKeyIn(input.phone, input.country ?? null, input.email) : null,
    input.url ? profileKey(input.url) : null,
  ];
  return made.flatMap((key) => (key ? [{ ...key, source: input.channel }] : []));
}

/** `acme-robotics.com` is called "Acme Robotics" until somebody says better. */
function nameOfDomain(domain: string): string {
  const label = domain.split('.', 1)[0] ?? domain;
  return label
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

import type { Difference, DifferenceField } from '../../shared/domain/contact/difference.ts';
import { differences } from '../../shared/domain/contact/differences.ts';
import { isSameCompany } from '../../shared/domain/contact/says-all.ts';
import { noOrigin } from '../../shared/domain/row.ts';
import type { Company, Contact } from '../../shared/domain/rows.ts';
import { emailKey } from '../../shared/identity/email.ts';
import type { IdentityKey } from '../../shared/identity/key.ts';
import { profileKey } from '../../shared/identity/profile.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Shown } from '../messages/screen/session.ts';
import type { Intended } from '../outbox/outbox.ts';
import { act, type Core } from './core.ts';
import { companyDomain } from './find-people.ts';
import { phoneKeyIn } from './national-phone.ts';
import { companyCalled, planCompany } from './plan-company.ts';

export type Told = { contactId: Id; field: DifferenceField; value: string };

const dismissedAs = ({ contactId, field, value }: Told): string =>
  `${contactId} ${field} ${value}`.slice(0, 300);

/** What the screen says otherwise of a known contact, save what somebody dismissed. */
export async function differencesOf(
  { mirror, dismissed }: Pick<Core, 'mirror' | 'dismissed'>,
  contact: Contact,
  sighting: Sighting,
): Promise<Difference[]> {
  // Of five hundred on a list most say no more than who they are.
  const { organisation, title } = sighting.fields;
  const company =
    contact.companyId && (organisation || title) ? await mirror.get('company', contact.companyId) : undefined;
  return differences(contact, company ?? null, sighting).filter(
    ({ field, seen }) => !dismissed.has(dismissedAs({ contactId: contact.id, field, value: seen.value })),
  );
}

export const dismissDifference = ({ dismissed }: Core, told: Told): Promise<void> =>
  dismissed.add(dismissedAs(told));

/** Takes over what the page says: an ordinary edit, so that the history has it. */
export async function takeDifference(core: Core, shown: Shown, told: Told): Promise<void> {
  const contact = await core.mirror.get('contact', told.contactId);
  if (!contact) throw new CodedError('contact.unknown');
  await act(core, ...(await editsOf(core, shown, contact, told)));
}

async function editsOf(core: Core, shown: Shown, contact: Contact, told: Told): Promise<Intended[]> {
  const { id } = contact;
  const value = told.value.trim();
  if (!value) throw new CodedError('input.invalid', told.field);
  const addKey = (key: IdentityKey | null): Intended[] =>
    key && !contact.keys.some((own) => own.kind === key.kind && own.value === key.value)
      ? [{ verb: 'contact.addKey', input: { id, key: { ...key, source: 'page' } } }]
      : [];
  switch (told.field) {
    case 'name':
    case 'title':
    case 'address':
      return [{ verb: 'contact.edit', input: { id, fields: { [told.field]: value } } }];
    case 'phone': {
      const email = contact.keys.find(({ kind }) => kind === 'email')?.value ?? null;
      const key = phoneKeyIn(value, countryOn(shown, value), email);
      return [{ verb: 'contact.edit', input: { id, fields: { phone: value } } }, ...addKey(key)];
    }
    case 'email':
      return addKey(emailKey(value));
    case 'profile':
      return addKey(profileKey(value));
    case 'organisation': {
      const domain = domainOn(shown, value);
      // The click says the name: of one that is called so and has no other domain it is meant.
      const called = await companyCalled(core, value);
      const fits = called && (!domain || called.domains.length === 0 || called.domains.includes(domain));
      const page = shown.kind === 'page' ? shown.screen.url : null;
      const origin = { ...noOrigin, channel: shown.kind === 'mail' ? 'gmail' : 'page', page };
      const plan = fits
        ? { companyId: called.id, intended: [] }
        : await planCompany(core, { name: value, domain, origin });
      return [
        ...plan.intended,
        { verb: 'contact.edit', input: { id, fields: { companyId: plan.companyId } } },
      ];
    }
  }
}

const sightingsOf = (shown: Shown): Sighting[] =>
  shown.kind === 'page'
    ? shown.screen.sightings
    : shown.kind === 'mail'
      ? (shown.screen.thread?.sightings ?? [])
      : [];

const countryOn = (shown: Shown, phone: string): string | null =>
  sightingsOf(shown).find(({ fields }) => fields.phone?.value === phone)?.country ?? null;

/** The domain of the company that the screen calls so. */
function domainOn(shown: Shown, name: string): Company['domains'][number] | null {
  const company = sightingsOf(shown).find(
    ({ kind, fields }) => kind === 'company' && fields.name && isSameCompany(fields.name.value, name),
  );
  const key = company?.keys.find(({ value }) => value.kind === 'domain')?.value.value;
  return key ? companyDomain(key) : null;
}

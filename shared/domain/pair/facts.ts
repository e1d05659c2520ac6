import type { CompanyFacts, PersonFacts } from '../../identity/pairs/facts.ts';
import { foldText } from '../../kit/fold.ts';
import type { Company, Contact, OwnField, OwnValues } from '../rows.ts';

/** What a day of birth is called, folded; of other days two people may have the same. */
const birthdays = new Set(
  'birthday,birthdate,date of birth,geburtstag,geburtsdatum,date de naissance,fecha de nacimiento,data di nascita,дата рождения,生日,出生日期,生年月日,생년월일'
    .split(',')
    .map(foldText),
);
export const birthdayKeys = (fields: readonly OwnField[]): string[] =>
  fields.flatMap(({ noun, kind, key, label }) =>
    noun === 'contact' && kind === 'date' && (birthdays.has(foldText(label)) || birthdays.has(foldText(key)))
      ? [key]
      : [],
  );
const dayIn = (own: OwnValues, keys: readonly string[]): string | null => {
  for (const key of keys) {
    const value = own[key];
    if (typeof value === 'string' && value) return value;
  }
  return null;
};

const valuesOf = (keys: Contact['keys'], kind: string): string[] =>
  keys.flatMap((key) => (key.kind === kind ? [key.value] : []));

/** What of a contact is compared with others. */
export function contactFacts(
  contact: Contact,
  company: Pick<Company, 'name' | 'domains'> | null,
  birthdays: readonly string[],
): PersonFacts {
  const phones = valuesOf(contact.keys, 'phone');
  return {
    id: contact.id,
    name: contact.name,
    given: contact.givenName,
    family: contact.familyName,
    emails: valuesOf(contact.keys, 'email'),
    phones: phones.length === 0 && contact.phone ? [contact.phone] : phones,
    companyId: contact.companyId,
    company: company?.name ?? null,
    domains: company?.domains ?? [],
    title: contact.title,
    address: contact.address,
    birthday: dayIn(contact.own, birthdays),
    handles: contact.keys.flatMap(({ kind, value }) =>
      kind === 'profile' || kind === 'external' ? [`${kind}:${value}`] : [],
    ),
  };
}

export const companyFacts = (company: Company): CompanyFacts => ({
  id: company.id,
  name: company.name,
  domains: company.domains,
  phones: company.phone ? [company.phone] : [],
  city: company.city,
  country: company.country,
  // A row that an earlier release stored has none.
  handles: (company.externalIds ?? []).map((each) => `external:${each}`),
});

import type { PlannedCompany, PlannedContact } from '../../../shared/domain/import/planned.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { hostOf } from '../../../shared/identity/domain.ts';
import type { IdentityKey } from '../../../shared/identity/key.ts';
import { numberKey, numberSystemOf } from '../../../shared/identity/number.ts';
import { profileKey } from '../../../shared/identity/profile.ts';
import { nameOfAddress, nameOfProfile } from '../values/name.ts';
import { readEmails, splitCell } from '../values/several.ts';
import { readLifeCycle, readRole } from '../values/words.ts';
import { addressOf } from './address.ts';
import { distinct, emailsOf, exactKeys, phonesOf } from './contact-keys.ts';
import { nameParts, peopleIn } from './contact-name.ts';
import { type Context, externalId, rowKey } from './context.ts';
import { ownValues } from './own.ts';
import type { Row } from './row.ts';

export type ContactRead = {
  contact: PlannedContact | null;
  /** Pages that are nobody's profile: they would be lost. */
  pages: string[];
  /** Further people that the row names by their ids. */
  others: IdentityKey[];
};

/** The person of a row, with every key that the row gives them. */
export function planContact(row: Row, company: PlannedCompany | null, context: Context): ContactRead {
  const { mapping, source } = context;
  const [firstId, ...otherIds] = row.ids('contact.externalId').map((id) => externalId(mapping, id));
  const emails = emailsOf(row);
  const parts = nameParts(row, context);
  const urls = row
    .all('contact.url')
    .flatMap((cell) => splitCell(cell.text).map((text) => ({ ...cell, text })));
  const pages: string[] = [];
  const made: IdentityKey[] = [...emails.keys];
  if (firstId) made.push({ kind: 'external', value: firstId });
  // A customer number is known by what it is, too, whatever file it came in.
  for (const cell of row.all('contact.externalId')) {
    const system = numberSystemOf(cell.header);
    const number = system && numberKey(system, cell.text);
    if (number) made.push(number);
  }
  for (const cell of urls) {
    const profile = profileKey(cell.text);
    if (profile) made.push(profile);
    else if (!/\s/.test(cell.text) && hostOf(cell.text) !== null) pages.push(cell.text);
    else row.problem('url.invalid', cell);
  }
  const isOurs = mapping.product === 'sidebook';
  const phones = isOurs
    ? { text: row.text('contact.phone'), keys: [] }
    : phonesOf(row, emails.keys[0]?.value ?? null, context);
  made.push(...phones.keys);
  const exact = exactKeys(row);
  const id = isOurs && firstId ? [{ kind: 'external' as const, value: firstId, source }] : [];
  const keys = exact ? [...id, ...exact] : distinct(made).map(({ kind, value }) => ({ kind, value, source }));
  const address = addressOf(row);
  const own = ownValues(row, 'contact', context);
  const isAbout = mapping.noun === 'contact';
  let name = parts.name ?? emails.name;
  const somebody = name !== null || keys.length > 0 || phones.text !== null;
  if (!somebody) {
    if (isAbout && !company) row.problem('name.missing', null, true);
    return { contact: null, pages, others: [] };
  }
  // An entry of an address book with a firm, a number and nobody: the number is the firm's.
  if (!name && isAbout && company?.name && keys.every(({ kind }) => kind === 'phone')) {
    company.phone ??= phones.text;
    return { contact: null, pages, others: [] };
  }
  if (!name && isAbout) {
    const email = keys.find(({ kind }) => kind === 'email')?.value;
    const profile = keys.find(({ kind }) => kind === 'profile')?.value;
    name = email ? nameOfAddress(email) : (phones.text ?? (profile ? nameOfProfile(profile) : null));
  }
  if (!name && isAbout) row.problem('name.missing', null, true);
  const title = row.text('contact.title', limits.title);
  if (keys.length === 0)
    keys.push({
      kind: 'external',
      // What a list says of somebody besides may change; who it is does not.
      value: rowKey('contact', name, company?.name ?? null, phones.text, title),
      source,
    });
  const contact: PlannedContact = {
    name: name?.slice(0, limits.name) ?? null,
    givenName: parts.given,
    familyName: parts.family,
    title,
    lifeCycle: row.read('contact.lifeCycle', 'choice.unknown', readLifeCycle),
    owner: row.text('contact.owner'),
    phone: phones.text,
    address,
    role: row.read('contact.role', 'choice.unknown', readRole),
    roleReason: row.text('contact.roleReason', limits.reason),
    own,
    keys: keys.slice(0, limits.keys),
  };
  return {
    contact,
    pages,
    others: [...otherIds.map((value) => ({ kind: 'external' as const, value })), ...othersNamed(row)],
  };
}

/** "Ada (ada@acme.com);Grace (grace@navy.example)": whoever stands behind the first. */
const othersNamed = (row: Row): IdentityKey[] =>
  peopleIn(row.first('contact.name')?.text ?? '')
    .slice(1)
    .flatMap((person) => readEmails(person).keys);

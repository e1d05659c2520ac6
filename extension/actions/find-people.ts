import { judge } from '../../shared/domain/contact/duplicate.ts';
import { isInternal, type OwnSide, ownSide } from '../../shared/domain/member/internal.ts';
import type { Company, Contact } from '../../shared/domain/rows.ts';
import { domainKey } from '../../shared/identity/domain.ts';
import { emailKey } from '../../shared/identity/email.ts';
import { isFreeMailDomain } from '../../shared/identity/free-mail.ts';
import { type IdentityKey, keyText } from '../../shared/identity/key.ts';
import type { Match } from '../../shared/identity/match.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { phoneKeyIn } from './national-phone.ts';
import { registrable } from './tables.ts';

/** The company domain behind an address or a host; null where anybody can have an address. */
export function companyDomain(text: string): string | null {
  const domain = domainKey(text, registrable)?.value ?? null;
  return domain && !isFreeMailDomain(domain) ? domain : null;
}

export async function ourSide(mirror: Mirror, account: string | null): Promise<OwnSide> {
  const addresses = (await mirror.all('member')).flatMap((member) => (member.email ? [member.email] : []));
  if (account) addresses.push(account);
  return ownSide(
    addresses.map((address) => emailKey(address)?.value ?? address),
    companyDomain,
  );
}

export const isOurs = (side: OwnSide, email: string): boolean =>
  isInternal(side, emailKey(email)?.value ?? email, companyDomain(email));

export type FoundPerson = {
  match: Match | null;
  contact: Contact | null;
  maybe: { contact: Contact; match: Match } | null;
};

/** Who the seen people are, by the mirror alone: nothing of them leaves the browser. */
export async function findPeople(
  mirror: Mirror,
  seen: readonly (readonly IdentityKey[])[],
): Promise<FoundPerson[]> {
  const wanted = new Set(seen.flat().map(keyText));
  const byKey = new Map<string, Contact[]>();
  for (const contact of await mirror.candidates('contact', [...wanted])) {
    if (contact.mergedInto) continue;
    for (const key of contact.keys) {
      const text = keyText(key);
      if (wanted.has(text)) byKey.set(text, [...(byKey.get(text) ?? []), contact]);
    }
  }
  return seen.map((keys) => {
    const candidates = [...new Set(keys.flatMap((key) => byKey.get(keyText(key)) ?? []))];
    const { is, maybe } = judge(candidates, keys);
    const matched = (each: typeof is) =>
      each && {
        contact: each.contact,
        match: { noun: 'contact' as const, id: each.contact.id, basis: each.basis },
      };
    const found = matched(is);
    return { contact: found?.contact ?? null, match: found?.match ?? null, maybe: matched(maybe) };
  });
}

/** Contacts by addresses; those that match nobody, or two, are left out. */
export async function contactsByEmail(
  mirror: Mirror,
  emails: readonly string[],
): Promise<Map<string, Contact>> {
  const keyed = emails.flatMap((email) => {
    const key = emailKey(email);
    return key ? [{ email, key }] : [];
  });
  const found = await findPeople(
    mirror,
    keyed.map(({ key }) => [key]),
  );
  const contacts = new Map<string, Contact>();
  found.forEach(({ contact }, at) => {
    const email = keyed[at]?.email;
    if (contact && email !== undefined) contacts.set(email, contact);
  });
  return contacts;
}

export async function companyByDomain(mirror: Mirror, domain: string): Promise<Company | null> {
  const found = await mirror.candidates('company', [`domain:${domain}`]);
  const matching = found.filter((company) => !company.mergedInto && company.domains.includes(domain));
  return matching.sort((a, b) => a.createdAt - b.createdAt)[0] ?? null;
}

/** The keys a sighting came with, and that of a national number, which only the background can read. */
export function keysOfSighting({ keys, fields, country }: Sighting): IdentityKey[] {
  const own = keys.map((seen) => seen.value);
  if (!fields.phone || own.some(({ kind }) => kind === 'phone')) return own;
  const email = own.find(({ kind }) => kind === 'email')?.value ?? null;
  const phone = phoneKeyIn(fields.phone.value, country ?? null, email);
  return phone ? [...own, phone] : own;
}

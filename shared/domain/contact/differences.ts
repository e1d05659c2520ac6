import type { KeyKind } from '../../identity/key.ts';
import { nameMatchLimit, sameName } from '../../identity/name/same.ts';
import type { Sighting, SightingField } from '../../identity/sighting.ts';
import { foldText } from '../../kit/fold.ts';
import type { Company, Contact } from '../rows.ts';
import type { Difference, DifferenceField } from './difference.ts';
import { samePhone } from './same-phone.ts';
import { isSameCompany, plainWords, saysAll } from './says-all.ts';
import { titleSays } from './title-words.ts';

/** Below this a value is somebody's guess, and no reason to ask. */
const fewestSure = 0.5;

/**
 * What the page says otherwise than we do. Never less for more ("Director" for "Sales Director"), never a difference in
 * case, spacing or spelling alone, and nothing where the page says what we have as well.
 */
export function differences(
  contact: Pick<Contact, 'name' | 'title' | 'phone' | 'address' | 'keys'>,
  company: Pick<Company, 'name' | 'domains'> | null,
  sighting: Sighting,
): Difference[] {
  const found: Difference[] = [];
  const compare = (
    field: SightingField & DifferenceField,
    was: string | null,
    isNews: (seen: string, was: string) => boolean,
  ): void => {
    const seen = sighting.fields[field];
    if (!seen || seen.confidence < fewestSure || !seen.value.trim()) return;
    const all = [seen, ...(sighting.others?.[field] ?? [])];
    if (was?.trim() && !all.every(({ value }) => isNews(value, was))) return;
    found.push({ field, seen, was: was?.trim() ? was : null });
  };
  compare('name', contact.name, isNewName);
  compare('title', contact.title, (seen, was) => !titleSays(was, titleAlone(seen, sighting, company)));
  if (!company || !isOfDomain(sighting, company))
    compare('organisation', company?.name ?? null, (seen, was) => !isSameCompany(was, seen));
  const phones = [contact.phone ?? '', ...valuesOf(contact.keys, 'phone')];
  compare('phone', contact.phone, (seen) => !phones.some((phone) => samePhone(seen, phone)));
  compare('address', contact.address, isNewAddress);
  for (const kind of ['email', 'profile'] as const) {
    const known = valuesOf(contact.keys, kind);
    const news = sighting.keys.find(
      ({ value, confidence }) =>
        value.kind === kind && confidence >= fewestSure && !known.includes(value.value),
    );
    if (news) found.push({ field: kind, seen: { ...news, value: news.value.value }, was: null });
  }
  return found;
}

const valuesOf = (keys: Contact['keys'], kind: KeyKind): string[] =>
  keys.filter((key) => key.kind === kind).map((key) => key.value);

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** Another name of the same person shares a part of it; in another script it is the same name, not another one. */
function isNewName(seen: string, was: string): boolean {
  if (saysAll(was, seen)) return false;
  if (was.includes('@')) return true;
  // "Juergen Mueller", "Dr. Jürgen Müller": the same name, however written.
  if (sameName(was, seen) >= nameMatchLimit) return false;
  if (isLatin(seen) !== isLatin(was)) return false;
  const own = plainWords(was);
  return plainWords(seen).some((word) =>
    own.some((each) => each === word || (each.length === 1 && word.startsWith(each))),
  );
}

/** "CTO at ACME", "CTO, ACME": where somebody works is another field. */
function titleAlone(title: string, { fields }: Sighting, company: Pick<Company, 'name'> | null): string {
  for (const name of [fields.organisation?.value, company?.name]) {
    if (!name || !foldText(title).endsWith(foldText(name)) || title.length <= name.length) continue;
    return title.slice(0, -name.length).replace(/(?:[\s,|@·–—-]|\b(?:at|bei|chez|en|presso|of)\b)+$/iu, '');
  }
  return title;
}

/** Postcode and house number say which address it is: how the street is shortened does not. */
function isNewAddress(seen: string, was: string): boolean {
  const numbers = (text: string) => plainWords(text).filter((word) => /\d/.test(word));
  const [now, before] = [numbers(seen), numbers(was)];
  if (now.length === 0 || before.length === 0) return !saysAll(was, seen);
  return !now.every((number) => before.includes(number));
}

/** They write from there: what the page calls it is another word for it. */
const isOfDomain = ({ keys }: Sighting, { domains }: Pick<Company, 'domains'>): boolean =>
  keys.some(({ value }) =>
    domains.some(
      (domain) =>
        (value.kind === 'email' && value.value.endsWith(`@${domain}`)) ||
        (value.kind === 'domain' && value.value === domain),
    ),
  );

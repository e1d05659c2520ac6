import { emailKey } from '../../../shared/identity/email.ts';
import type { IdentityKey } from '../../../shared/identity/key.ts';
import { phoneKey } from '../../../shared/identity/phone.ts';
import { profileKey } from '../../../shared/identity/profile.ts';
import type { Evidence, Seen, Sighting, SightingField } from '../../../shared/identity/sighting.ts';
import { senderOf } from './sender.ts';
import type { Signature, Told } from './signature.ts';

/** Keys and fields that a text told of one person. */
export type Facts = Pick<Sighting, 'keys' | 'fields'>;

/**
 * A signature as facts about its writer. An address in it counts as the writer's own only where it names the writer:
 * assistants and head offices stand in signatures too.
 */
export function factsOf(told: Signature, from: string, source: Evidence): Facts {
  const seen = <T>(value: T, { confidence }: Told): Seen<T> => ({ value, source, confidence });
  const { phones, emails, links } = told;
  const handles = [
    ...emails
      .filter(({ value }) => isOwn(value, `${told.name?.value ?? ''} ${from}`))
      .map((one) => ({ key: emailKey(one.value), told: one })),
    ...phones.filter(({ fax }) => !fax).map((one) => ({ key: phoneKey(one.value), told: one })),
    ...links.map((one) => ({ key: profileKey(one.value), told: one })),
  ];
  const fields: [SightingField, Told | null | undefined][] = [
    ['name', told.name],
    ['title', told.title],
    ['organisation', told.organisation],
    ['phone', phones.find(({ fax }) => !fax)],
    ['address', told.address],
    ['url', links.find(({ value }) => profileKey(value) === null)],
  ];
  return {
    keys: handles.flatMap(({ key, told: one }): Seen<IdentityKey>[] => (key ? [seen(key, one)] : [])),
    fields: Object.fromEntries(
      fields.flatMap(([name, fact]) => (fact ? [[name, seen(fact.value, fact)]] : [])),
    ),
  };
}

/** `ada.byron@`, `abyron@`, `ada@`, `adab@` are Ada Byron's. */
function isOwn(email: string, names: string): boolean {
  const local = email.split('@', 1)[0]?.toLowerCase() ?? '';
  if (names.toLowerCase().includes(email.toLowerCase())) return true;
  return [...senderOf(names.replace(/<[^<>]*>/g, ' ')).words].some(
    (word) => word.length >= 3 && local.includes(word.slice(0, Math.max(3, Math.min(word.length, 6)))),
  );
}

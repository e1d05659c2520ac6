import type { ContactKey } from '../../../shared/domain/rows.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import type { KeyKind } from '../../../shared/identity/key.ts';

/** Kinds that belong to one person alone, as SQL. A telephone may be a switchboard, a domain is a company's. */
export const heldKinds = `'email', 'profile', 'external'`;

/** Keys arrive normalised by shared/identity; this only makes sure that two spellings cannot both be held. */
export function normalised<K extends { kind: KeyKind; value: string }>(key: K): K {
  const value = key.value.trim();
  if (key.kind === 'email') return { ...key, value: emailKey(value)?.value ?? value.toLowerCase() };
  return { ...key, value: key.kind === 'domain' ? value.toLowerCase() : value };
}

/** The field in the search index under which a key's text stands. */
export const keyField = (key: { kind: KeyKind; value: string }): string => `key:${key.kind}:${key.value}`;

export const keyFindables = (keys: Pick<ContactKey, 'kind' | 'value'>[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [keyField(key), key.value]));

import { limits } from '../../../shared/domain/limits.ts';
import type { ContactKey } from '../../../shared/domain/rows.ts';
import { countryOfHost } from '../../../shared/identity/country.ts';
import type { IdentityKey, KeyKind } from '../../../shared/identity/key.ts';
import { phoneKey } from '../../../shared/identity/phone.ts';
import { wholeTables } from '../../actions/whole-tables.ts';
import { readEmails, splitPhones } from '../values/several.ts';
import { peopleIn } from './contact-name.ts';
import type { Context } from './context.ts';
import { countryCode } from './country.ts';
import { type Cell, isMangled, type Row } from './row.ts';

/** Addresses of a row's person, and the name that stood around one. */
export function emailsOf(row: Row): { keys: IdentityKey[]; name: string | null } {
  const keys: IdentityKey[] = [];
  let name: string | null = null;
  for (const cell of row.all('contact.email')) {
    const read = readEmails(cell.text);
    keys.push(...read.keys);
    name ??= read.name;
    for (const text of read.bad) row.problem('email.invalid', { ...cell, text });
  }
  const inName = row.first('contact.name');
  if (inName?.text.includes('@')) keys.push(...readEmails(peopleIn(inName.text)[0] ?? '').keys);
  return { keys, name };
}

/** Numbers as written, and the keys of those that can be read in the country of the person. */
export function phonesOf(
  row: Row,
  email: string | null,
  { mapping }: Context,
): { text: string | null; keys: IdentityKey[] } {
  const texts: string[] = [];
  const keys: IdentityKey[] = [];
  const named = row.first('contact.country') ?? row.first('company.country');
  const country =
    (named && countryCode(named.text)) ??
    mapping.country ??
    countryOfHost(email?.slice(email.lastIndexOf('@') + 1) ?? '');
  for (const cell of row.all('contact.phone'))
    for (const text of splitPhones(cell.text.replace(/^'/, ''))) {
      if (text.replace(/\D/g, '').length < 4 || isMangled(text)) {
        row.problem('phone.invalid', { ...cell, text });
        continue;
      }
      const key = phoneKey(text) ?? phoneKey(text, wholeTables.readNational, country);
      // The first number is shown as written; further ones only where no key holds them.
      if (texts.length === 0 || !key) texts.push(text);
      if (key) keys.push(key);
    }
  const cell: Cell | null = row.first('contact.phone');
  return {
    text: texts.length > 0 && cell ? row.cut({ ...cell, text: texts.join(', ') }, limits.name) : null,
    keys,
  };
}

const kinds: readonly string[] = ['email', 'phone', 'domain', 'profile', 'external'] satisfies KeyKind[];

/** Keys as our own files write them, `kind:value` a line with its source behind a space and a bracket; they are all. */
export function exactKeys(row: Row): ContactKey[] | null {
  const cells = row.all('contact.keys');
  if (cells.length === 0) return null;
  return cells.flatMap(({ text }) =>
    text.split('\n').flatMap((line): ContactKey[] => {
      const [, kind = '', value = '', source = ''] =
        /^([a-z]+):(\S.*?)(?: \[([^\]]*)\])?$/.exec(line.trim()) ?? [];
      return kinds.includes(kind) && value
        ? [{ kind: kind as KeyKind, value: value.slice(0, limits.url), source: source || null }]
        : [];
    }),
  );
}

/** Each key once, what is one person's own first. */
export function distinct(keys: IdentityKey[]): IdentityKey[] {
  const order: KeyKind[] = ['email', 'external', 'profile', 'domain', 'phone'];
  const byText = new Map(keys.map((key) => [`${key.kind}:${key.value}`, key]));
  return [...byText.values()].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

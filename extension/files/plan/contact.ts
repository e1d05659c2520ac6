import type { PlannedCompany, PlannedContact } from '../../../shared/domain/import/planned.ts';
import { limits } from '../../../shared/domain/limits.ts';
import type { ContactKey } from '../../../shared/domain/rows.ts';
import { countryOfHost } from '../../../shared/identity/country.ts';
import { hostOf } from '../../../shared/identity/domain.ts';
import type { KeyKind } from '../../../shared/identity/key.ts';
import { phoneKey } from '../../../shared/identity/phone.ts';
import { profileKey } from '../../../shared/identity/profile.ts';
import { wholeTables } from '../../actions/whole-tables.ts';
import { joinName, nameOfAddress, turnName } from '../values/name.ts';
import { readEmails, splitCell, splitPhones } from '../values/several.ts';
import { readLifeCycle, readRole } from '../values/words.ts';
import { type Context, externalId, rowKey } from './context.ts';
import { countryCode } from './country.ts';
import { ownValues } from './own.ts';
import type { Cell, Row } from './row.ts';

export type ContactRead = {
  contact: PlannedContact | null;
  /** Pages that are nobody's profile: they would be lost. */
  pages: string[];
  /** Further people that the row names by their ids. */
  others: ContactKey[];
};

/** The person of a row, with every key that the row gives them. */
export function planContact(row: Row, company: PlannedCompany | null, context: Context): ContactRead {
  const { mapping, source } = context;
  const [firstId, ...otherIds] = row
    .all('contact.externalId')
    .flatMap(({ text }) => splitCell(text))
    .map((id) => externalId(mapping, id));
  const emails = emailsOf(row);
  const parts = nameParts(row, context);
  const urls = row
    .all('contact.url')
    .flatMap((cell) => splitCell(cell.text).map((text) => ({ ...cell, text })));
  const pages: string[] = [];
  const made: { kind: KeyKind; value: string }[] = [...emails.keys];
  if (firstId) made.push({ kind: 'external', value: firstId });
  for (const cell of urls) {
    const profile = profileKey(cell.text);
    if (profile) made.push(profile);
    else if (!/\s/.test(cell.text) && hostOf(cell.text) !== null) pages.push(cell.text);
    else row.problem('url.invalid', cell);
  }
  const phones = phonesOf(row, emails.keys[0]?.value ?? null, context);
  made.push(...phones.keys);
  const exact = exactKeys(row);
  const keys = exact ?? distinct(made).map(({ kind, value }) => ({ kind, value, source }));
  const address = addressOf(row);
  const own = ownValues(row, 'contact', context);
  const isAbout = mapping.noun === 'contact';
  let name = parts.name ?? emails.name;
  const somebody = name !== null || keys.length > 0 || phones.text !== null;
  if (!somebody) {
    if (isAbout && !company) row.problem('name.missing', null, true);
    return { contact: null, pages, others: [] };
  }
  if (!name && isAbout) {
    const email = keys.find(({ kind }) => kind === 'email')?.value;
    name = email ? nameOfAddress(email) : phones.text;
  }
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
  return { contact, pages, others: otherIds.map((value) => ({ kind: 'external', value, source })) };
}

function nameParts(
  row: Row,
  { turned }: Context,
): { name: string | null; given: string | null; family: string | null } {
  const given = row.text('contact.givenName');
  const family = row.text('contact.familyName');
  const cell = row.first('contact.name');
  // "Ada <ada@acme.com>": the address is read apart.
  const said =
    cell &&
    row.cut(
      { ...cell, text: readEmails(cell.text).name ?? (cell.text.includes('@') ? '' : cell.text) },
      limits.name,
    );
  const turnedName = turned && said ? turnName(said) : null;
  if (turnedName)
    return {
      name: joinName(turnedName.given, null, turnedName.family),
      given: given ?? turnedName.given,
      family: family ?? turnedName.family,
    };
  return { name: said || joinName(given, row.text('contact.middleName'), family), given, family };
}

function emailsOf(row: Row): { keys: { kind: KeyKind; value: string }[]; name: string | null } {
  const keys: { kind: KeyKind; value: string }[] = [];
  let name: string | null = null;
  for (const cell of row.all('contact.email')) {
    const read = readEmails(cell.text);
    keys.push(...read.keys);
    name ??= read.name;
    for (const text of read.bad) row.problem('email.invalid', { ...cell, text });
  }
  const inName = row.first('contact.name');
  if (inName?.text.includes('@')) keys.push(...readEmails(inName.text).keys);
  return { keys, name };
}

/** Numbers as written, and the keys of those that can be read in the country of the person. */
function phonesOf(
  row: Row,
  email: string | null,
  { mapping }: Context,
): { text: string | null; keys: { kind: KeyKind; value: string }[] } {
  const texts: string[] = [];
  const keys: { kind: KeyKind; value: string }[] = [];
  const named = row.first('contact.country') ?? row.first('company.country');
  const country =
    (named && countryCode(named.text)) ??
    mapping.country ??
    countryOfHost(email?.slice(email.lastIndexOf('@') + 1) ?? '');
  for (const cell of row.all('contact.phone'))
    for (const text of splitPhones(cell.text.replace(/^'/, ''))) {
      if (text.replace(/\D/g, '').length < 4) {
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
function exactKeys(row: Row): ContactKey[] | null {
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

function addressOf(row: Row): string | null {
  const whole = row.text('contact.address', limits.note);
  if (whole) return whole;
  const part = (name: string) => row.all(`contact.${name}`)[0]?.text ?? '';
  const [street, city, region, code, country] = [
    part('street'),
    part('city'),
    part('region'),
    part('postcode'),
    part('country'),
  ];
  const all = [country, region, city, street].filter(Boolean);
  // Where the largest comes first, nothing stands between.
  const text =
    all.some((each) => /\p{Script=Han}/u.test(each)) && !/[a-z]{4,}/i.test(all.join(''))
      ? [country + region + city + street, code].filter(Boolean).join(' ')
      : [street, [code, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');
  return text ? text.slice(0, limits.note) : null;
}

function distinct(keys: { kind: KeyKind; value: string }[]): { kind: KeyKind; value: string }[] {
  const order: KeyKind[] = ['email', 'external', 'profile', 'domain', 'phone'];
  const byText = new Map(keys.map((key) => [`${key.kind}:${key.value}`, key]));
  return [...byText.values()].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

import { foldText } from '../../kit/fold.ts';
import { emailParts } from '../email.ts';
import { isFreeMailDomain } from '../free-mail.ts';
import { registrableOf } from '../registrable.ts';
import type { NameReader, PersonFacts } from './facts.ts';
import { hashOf, soundOf } from './letters.ts';

/** A person's facts as they are compared: worked out once, read a hundred times. */
export type Person = {
  id: string;
  /** Folded, without spaces and signs; empty where unknown. */
  given: string;
  givenFirst: string;
  givenForms: readonly string[];
  family: string;
  familyForms: readonly string[];
  suffix: string;
  locals: readonly string[];
  /** Which of them are made of the name: they say it a second time. */
  named: readonly boolean[];
  emails: readonly string[];
  hosts: readonly string[];
  phones: readonly string[];
  companyId: string;
  company: string;
  words: readonly string[];
  title: readonly string[];
  birthday: string;
  handles: readonly string[];
};

const mostOf = 6;
const mostWords = 14;
/** Letters and digits alone. */
export const bare = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
export const wordsIn = (text: string): string[] =>
  (foldText(text.slice(0, 400)).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, mostWords);
export const digitsOf = (text: string): string =>
  text.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');

/** Mailboxes that belong to a function, not to somebody. */
const role =
  /^(?:info|office|mail|contact|kontakt|sales|admin|support|service|team|hello|post|noreply|no-reply|invoice|billing|hr|jobs)$/;

/** An address before the @ that is a name, or a name with an initial or two. */
function isMadeOf(local: string, givens: readonly string[], families: readonly string[]): boolean {
  const plain = local.replace(/\d+$/, '');
  for (const one of givens)
    for (const other of families) if (plain === one + other || plain === other + one) return true;
  for (const part of [...givens, ...families])
    if (
      part.length > 1 &&
      (plain.startsWith(part) || plain.endsWith(part)) &&
      plain.length - part.length <= 2
    )
      return true;
  return false;
}

export function preparePerson(facts: PersonFacts, names: NameReader): Person {
  const told = facts.given || facts.family ? null : names.parts(facts.name);
  const suffix = told?.suffix ?? names.parts(facts.name).suffix;
  const givenText = facts.given ?? told?.given ?? '';
  const familyText = facts.family ?? told?.family ?? '';
  const given = bare(givenText);
  const parts = facts.emails.slice(0, mostOf).flatMap((each) => emailParts(each) ?? []);
  const hosts = parts.flatMap(({ host }) => (isFreeMailDomain(host) ? [] : (registrableOf(host) ?? host)));
  const family = bare(familyText);
  const givenForms = given ? names.givenForms(givenText) : [];
  const familyForms = familyText ? names.familyForms(familyText) : [];
  const locals = parts
    .map(({ local }) => bare(local.split('+', 1)[0] ?? ''))
    .filter((local) => !role.test(local));
  return {
    id: facts.id,
    given,
    givenFirst: wordsIn(givenText)[0] ?? given,
    givenForms,
    family,
    familyForms,
    suffix: bare(suffix),
    emails: parts.map(({ local, host }) => `${local.toLowerCase()}@${host}`),
    locals,
    named: locals.map((local) => isMadeOf(local, [given, ...givenForms], [family, ...familyForms])),
    hosts: [...new Set([...hosts, ...facts.domains])].slice(0, mostOf),
    phones: facts.phones
      .slice(0, mostOf)
      .map(digitsOf)
      .filter((digits) => digits.length >= 5),
    companyId: facts.companyId ?? '',
    company: facts.company ? bare(names.companyCore(facts.company)) : '',
    words: facts.address ? wordsIn(facts.address) : [],
    title: facts.title ? wordsIn(facts.title) : [],
    birthday: facts.birthday ? digitsOf(facts.birthday).slice(0, 8) : '',
    handles: facts.handles.slice(0, 20),
  };
}

/** By what two are brought together at all: whoever shares a block with nobody is compared with nobody. */
export function blocksOfPerson(person: Person): number[] {
  const keys = new Set<string>();
  const { given, family, company } = person;
  const named = (family: string, given: string) => {
    if (family && given) keys.add(`n ${soundOf(family)} ${given.startsWith('=') ? given : given[0]}`);
  };
  named(family, given);
  // Whose given and family name were exchanged is met under both.
  named(given, family);
  for (const form of person.familyForms)
    for (const first of [given, ...person.givenForms]) named(form, first);
  for (const form of person.givenForms) named(family, form);
  const sound = given.length > 1 ? soundOf(given) : '';
  if (sound) {
    if (family) keys.add(`f ${sound} ${family.slice(0, 2)}`);
    if (company) keys.add(`c ${company} ${given.slice(0, 3)}`);
    for (const word of person.words) if (word.length > 3) keys.add(`w ${word} ${sound}`);
  }
  if (company && family) keys.add(`d ${company} ${soundOf(family)}`);
  if (family)
    for (const word of person.words) if (/^\d{3,}$/.test(word)) keys.add(`z ${word} ${soundOf(family)}`);
  for (const local of person.locals) if (local.length > 3) keys.add(`l ${local}`);
  for (const phone of person.phones) keys.add(`p ${phone.slice(-7)}`);
  for (const handle of person.handles) keys.add(`h ${handle}`);
  if (person.birthday.length === 8) keys.add(`b ${person.birthday}`);
  const number = person.words.findIndex((word) => /^\d+\p{L}?$/u.test(word));
  const street = person.words[number + 1];
  if (number >= 0 && street) keys.add(`a ${person.words[number]} ${soundOf(street)}`);
  return [...keys].map(hashOf);
}

/** Neighbours in this order are compared as well, however they are spelt. */
export const orderOfPerson = ({ family, given }: Person): string => `${family} ${given}`;

import type { NameReader } from '../../shared/identity/pairs/facts.ts';
import type { NationalReader } from '../../shared/identity/phone.ts';

/** What takes large tables: the public suffix list, the numbering plans of all countries, and how names are read. */
export type Tables = {
  registrable(host: string): string | null;
  readNational: NationalReader;
  /** Names as pairs read them. */
  pairNames: NameReader;
  /** By what a name is found besides its own letters. */
  nameKeys(name: string): string[];
};

/** Where the tables cannot be had a name is one word that equals itself. */
const plainNames: NameReader = {
  parts: () => ({ given: '', family: '', suffix: '' }),
  givenForms: (given) => [given.toLowerCase()],
  familyForms: (family) => [family.toLowerCase()],
  companyCore: (name) => name,
};

let tables: Tables = {
  // No domain is better than one that strangers share.
  registrable: () => null,
  readNational: () => null,
  pairNames: plainNames,
  nameKeys: () => [],
};
let reading: Promise<void> | null = null;
let source: (() => Promise<Tables>) | null = null;

/** They are at hand: in the extension, whose worker may load nothing later. */
export function haveTables(these: Tables): void {
  tables = these;
}

/** They are read when they are first needed: 90 kB that the first view of the page for phones does without. */
export function tablesFrom(read: () => Promise<Tables>): void {
  source = read;
}

/** To be awaited before something is written that follows from them. */
export function readTables(): Promise<void> {
  if (!source) return Promise.resolve();
  // Where they cannot be had, it goes without: nobody's contact is refused for it.
  reading ??= source().then(haveTables, (cause: unknown) => {
    reading = null;
    reportError(cause);
  });
  return reading;
}

/** The registrable name of a host. */
export const registrable = (host: string): string | null => tables.registrable(host);
/** A national number in its country: E.164 or null. */
export const readNational: NationalReader = (text, country) => tables.readNational(text, country);
/** Names as pairs read them: taken apart, with pet forms of given names, Han read aloud. */
export const pairNames = (): NameReader => tables.pairNames;
/** By what a name is found besides its own letters: `wangxiaoming`, `wxm` for 王小明. */
export const nameKeys = (name: string): string[] => tables.nameKeys(name);

/** True where a name is in letters that are read aloud by a table. */
const isRead = (name: string): boolean =>
  /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]|[äöüåøæ]/iu.test(name);
/** As `readTables`, where any of these names asks for them. */
export const readTablesFor = (names: Iterable<string>): Promise<void> => {
  for (const name of names) if (isRead(name)) return readTables();
  return Promise.resolve();
};

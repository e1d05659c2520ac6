import { companyFacts, contactFacts } from '../../shared/domain/pair/facts.ts';
import type { Company, Contact } from '../../shared/domain/rows.ts';
import { type Company as Firm, prepareCompany } from '../../shared/identity/pairs/company.ts';
import type { NameReader } from '../../shared/identity/pairs/facts.ts';
import { hashOf } from '../../shared/identity/pairs/letters.ts';
import { type Person, preparePerson } from '../../shared/identity/pairs/person.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { kindOf } from '../mirror/shard-text.ts';
import type { KnownFirm } from './known.ts';

/** Rows as they are compared, and a number for each that changes with what is compared of it. */
export type Loaded = {
  contact: { rows: Person[]; marks: number[]; secret: (Id | null)[] };
  company: { rows: Firm[]; marks: number[] };
  firms: KnownFirm[];
};

/** More rows than these are not compared: what a browser can hold. */
const mostRows = 200_000;
/** Shards read at a time: some hundred rows, a few milliseconds. */
const sliceShards = 4;

/** 53 bits: 32 of the id, 21 of the facts. */
export const markOf = (id: Id, row: unknown): number =>
  hashOf(id) * 2 ** 21 + (hashOf(JSON.stringify(row)) >>> 11);

function* linesOf(text: string): Generator<unknown> {
  for (let at = text.indexOf('\n') + 1; at > 0 && at < text.length; ) {
    const end = text.indexOf('\n', at);
    if (end < 0) return;
    yield JSON.parse(text.slice(text.lastIndexOf('\t', end) + 1, end));
    at = end + 1;
  }
}

/**
 * Reads all contacts and companies, a few shards at a time; between them others work. A search over 100,000 contacts takes
 * some 150 MB for as long as it lasts.
 */
export async function loadRows(
  mirror: Mirror,
  names: NameReader,
  birthdays: readonly string[],
  pause: () => Promise<void>,
): Promise<Loaded> {
  const firms = new Map<Id, KnownFirm>();
  const loaded: Loaded = {
    contact: { rows: [], marks: [], secret: [] },
    company: { rows: [], marks: [] },
    firms: [],
  };
  // Companies first: a contact is compared by its company's name and domains.
  for (const noun of ['company', 'contact'] as const)
    for (let from = ''; ; ) {
      const range = { from, to: '\uffff', limit: sliceShards };
      const read = await mirror.read((tx) => tx.scan('shard', range));
      for (const { value } of read) {
        const text = value as string;
        if (kindOf(text) !== noun) continue;
        for (const row of linesOf(text)) {
          if ((row as Contact | Company).mergedInto || loaded[noun].rows.length >= mostRows) continue;
          if (noun === 'company') {
            const company = row as Company;
            firms.set(company.id, { id: company.id, name: company.name, domains: company.domains });
            const prepared = prepareCompany(companyFacts(company), names);
            loaded.company.rows.push(prepared);
            loaded.company.marks.push(markOf(company.id, prepared));
          } else {
            const contact = row as Contact;
            const prepared = preparePerson(
              contactFacts(contact, firms.get(contact.companyId ?? '') ?? null, birthdays),
              names,
            );
            loaded.contact.rows.push(prepared);
            loaded.contact.marks.push(markOf(contact.id, prepared));
            loaded.contact.secret.push(contact.privateTo);
          }
        }
      }
      await pause();
      if (read.length < sliceShards) break;
      from = `${read.at(-1)?.key}\u0000`;
    }
  loaded.firms = [...firms.values()];
  return loaded;
}

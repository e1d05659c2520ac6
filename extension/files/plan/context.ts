import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { OwnField } from '../../../shared/domain/rows.ts';
import { domainKey } from '../../../shared/identity/domain.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import { isFreeMailDomain } from '../../../shared/identity/free-mail.ts';
import { profileKey } from '../../../shared/identity/profile.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import { wholeTables } from '../../actions/whole-tables.ts';
import type { Mapping, World } from '../columns/mapping.ts';
import type { OwnNoun } from '../columns/target.ts';
import type { Pace } from '../pace.ts';
import type { Table } from '../table.ts';
import { isTurned } from '../values/name.ts';

export type PlanWorld = World & {
  /** Own people: their addresses in a mail say which way it went. */
  members: readonly { id: string; name: string; email: string | null }[];
  now: number;
};

export type OwnColumn = { noun: OwnNoun; target: string; field: Pick<OwnField, 'key' | 'kind' | 'options'> };

/** What all rows of a file share. */
export type Context = {
  mapping: Mapping;
  world: PlanWorld;
  columns: ReadonlyMap<string, readonly { header: string; column: number }[]>;
  own: readonly OwnColumn[];
  /** Names are written "Lovelace, Ada". */
  turned: boolean;
  /** The source of keys: the product, or `csv`. */
  source: string;
  /** The domain of a company that the file names without one, where its people's addresses leave no doubt. */
  domainOf: ReadonlyMap<string, string>;
  /** Addresses of members. */
  ours: ReadonlySet<string>;
};

export async function contextOf(
  table: Table,
  mapping: Mapping,
  world: PlanWorld,
  pace: Pace,
): Promise<Context> {
  const columns = new Map<string, { header: string; column: number }[]>();
  const own: OwnColumn[] = [];
  for (const [column, { target, newField }] of mapping.columns.entries()) {
    if (target === 'ignore') continue;
    const header = table.columns[column]?.header || `${column + 1}`;
    const field = newField ?? ownFieldOf(target, world.ownFields);
    // Several new fields have one target: each is known by its key.
    const name = field ? `${field.noun}.own.${field.key}` : target;
    if (field) own.push({ noun: field.noun, target: name, field });
    columns.set(name, [...(columns.get(name) ?? []), { header, column }]);
  }
  const names = columns.get('contact.name')?.[0]?.column;
  return {
    mapping,
    world,
    columns,
    own,
    turned: names !== undefined && isTurned(table.rows.slice(0, 200).map((row) => row[names] ?? '')),
    source: mapping.product ?? table.format,
    domainOf: await domainsOfCompanies(table, columns, pace),
    ours: new Set(world.members.flatMap(({ email }) => (email ? [emailKey(email)?.value ?? email] : []))),
  };
}

function ownFieldOf(target: string, ownFields: readonly OwnField[]): OwnField | null {
  const [, noun, key] = /^(contact|company|deal)\.own\.(.+)$/.exec(target) ?? [];
  return ownFields.find((field) => field.noun === noun && field.key === key) ?? null;
}

/** The registrable name behind a host or address; null for free-mail and for pages that everybody has. */
export function companyDomain(text: string): string | null {
  if (!text.includes('@') && profileKey(text) !== null) return null;
  const domain = domainKey(text, wholeTables.registrable)?.value ?? null;
  return domain && !isFreeMailDomain(domain) ? domain : null;
}

/**
 * Domains by the folded name of a company, where all addresses of its people have one, and no other company of the
 * file has it: a consultant at ACME with an address of her own firm must not give ACME that firm's domain.
 */
async function domainsOfCompanies(
  table: Table,
  columns: Context['columns'],
  pace: Pace,
): Promise<Map<string, string>> {
  const name = columns.get('company.name')?.[0]?.column;
  const emails = columns.get('contact.email') ?? [];
  if (name === undefined || emails.length === 0) return new Map();
  const byName = new Map<string, Set<string>>();
  const byDomain = new Map<string, Set<string>>();
  for (const [at, row] of table.rows.entries()) {
    if (at % 64 === 0) await pace((0.2 * at) / table.rows.length);
    const company = foldText((row[name] ?? '').trim());
    if (company === '') continue;
    for (const { column } of emails) {
      const email = row[column]?.trim();
      const domain = email ? companyDomain(email) : null;
      if (!domain) continue;
      byName.set(company, (byName.get(company) ?? new Set()).add(domain));
      byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(company));
    }
  }
  const found = new Map<string, string>();
  for (const [company, domains] of byName) {
    const [domain] = domains;
    if (domain && domains.size === 1 && byDomain.get(domain)?.size === 1) found.set(company, domain);
  }
  return found;
}

/** A key for what has none: of its mapped content, so that the same row is the same thing again. */
export const rowKey = (...content: (string | null)[]): string =>
  `row:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(content)))).slice(0, 40)}`;

/** `<system>:<id>`. Salesforce writes the same id with 15 letters in reports and with 18 elsewhere. */
export function externalId(mapping: Mapping, text: string): string {
  const id = text.trim();
  // Our own files name the system with each id.
  if (mapping.product === 'sidebook' && /^[a-z][a-z0-9-]{0,40}:\S/.test(id)) return id;
  const short = mapping.system === 'salesforce' && /^[a-zA-Z0-9]{18}$/.test(id) ? id.slice(0, 15) : id;
  return `${mapping.system}:${short}`.slice(0, 250);
}

import type {
  Company,
  Contact,
  ContactKey,
  Deal,
  Member,
  OwnField,
  Pipeline,
  Stage,
} from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { minorDigits } from '../../ui/money.ts';
import type { OwnNoun, Target } from '../columns/target.ts';

/** The rows that can be exported, by noun. */
export type Exported = { contact: Contact; company: Company; deal: Deal };

/** Other rows by their ids, as far as the exported ones name them. */
export type Names = {
  company(id: Id): Pick<Company, 'name' | 'domains'> | undefined;
  person(id: Id): Pick<Contact, 'name'> | Pick<Member, 'name'> | undefined;
  member(id: Id): Pick<Member, 'name' | 'email'> | undefined;
  stage(id: Id): Pick<Stage, 'name'> | undefined;
  pipeline(id: Id): Pick<Pipeline, 'name'> | undefined;
};

/** What one row says: several values of one target are lines of one cell. */
export type ExportRecord = Map<string, string[]>;

/** How our own files write an id, whatever system it is of. */
const idOf = (id: Id): string => `sidebook:${id}`;

/** An amount as a plain decimal: `129900` of EUR is `1299.00`. */
export function decimalText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `kind:value [source]`, a key as our own reader takes it back exactly. */
const keyText = ({ kind, value, source }: ContactKey): string =>
  `${kind}:${value}${source ? ` [${source}]` : ''}`;

const ownerText = (id: Id | null, names: Names): string | null => {
  const member = id === null ? undefined : names.member(id);
  return member ? (member.email ?? member.name) : null;
};

function ownText(value: string | number, field: OwnField, names: Names): string {
  if (field.kind === 'yes-no') return value === 1 ? 'yes' : 'no';
  if (field.kind === 'money') {
    const [, currency = '', minor = ''] = /^([A-Z]{3}) (\d+)$/.exec(String(value)) ?? [];
    return currency ? `${currency} ${decimalText(Number(minor), currency)}` : String(value);
  }
  if (field.kind === 'person') return `${names.person(String(value))?.name ?? ''} [${value}]`.trim();
  return String(value);
}

/** What a row says, by target; what it does not say is missing. */
export function recordOf<N extends OwnNoun>(
  noun: N,
  row: Exported[N],
  ownFields: readonly OwnField[],
  names: Names,
): ExportRecord {
  const record: ExportRecord = new Map();
  const set = (target: Target, ...values: (string | null | undefined)[]) => {
    const said = values.flatMap((value) =>
      value === null || value === undefined || value === '' ? [] : [value],
    );
    if (said.length > 0) record.set(target, said);
  };
  writers[noun](row, set, names);
  for (const field of ownFields) {
    const value = field.noun === noun ? row.own[field.key] : null;
    if (value !== null && value !== undefined) set(`${noun}.own.${field.key}`, ownText(value, field, names));
  }
  return record;
}

type Set = (target: Target, ...values: (string | null | undefined)[]) => void;

function setCompany(id: Id | null, set: Set, names: Names): void {
  if (id === null) return;
  const company = names.company(id);
  set('company.name', company?.name);
  set('company.domain', ...(company?.domains ?? []));
  set('company.externalId', idOf(id));
}

const writers: { [N in OwnNoun]: (row: Exported[N], set: Set, names: Names) => void } = {
  contact(row, set, names) {
    const keys = (kind: ContactKey['kind']) =>
      row.keys.flatMap((key) => (key.kind === kind ? [key.value] : []));
    set('contact.externalId', idOf(row.id));
    set('contact.name', row.name);
    set('contact.givenName', row.givenName);
    set('contact.familyName', row.familyName);
    set('contact.email', ...keys('email'));
    set('contact.phone', row.phone);
    set('contact.title', row.title);
    setCompany(row.companyId, set, names);
    set('contact.lifeCycle', row.lifeCycle);
    set('contact.owner', ownerText(row.ownerId, names));
    set('contact.role', row.role);
    set('contact.roleReason', row.roleReason);
    set('contact.address', row.address);
    set('contact.url', ...keys('profile'));
    set('source', row.origin.campaign);
    set('contact.keys', ...row.keys.map(keyText));
  },
  company(row, set, names) {
    set('company.externalId', idOf(row.id), ...row.externalIds);
    set('company.name', row.name);
    set('company.domain', ...row.domains);
    set('company.website', row.website);
    set('company.industry', row.industry);
    set('company.city', row.city);
    set('company.country', row.country);
    set('company.phone', row.phone);
    set('company.owner', ownerText(row.ownerId, names));
    set('company.role', row.role);
    set('company.roleReason', row.roleReason);
  },
  deal(row, set, names) {
    set('deal.externalId', idOf(row.id), ...row.externalIds);
    set('deal.title', row.title);
    set('deal.amount', row.amountMinor === null ? null : decimalText(row.amountMinor, row.currency ?? 'USD'));
    set('deal.currency', row.currency);
    set('deal.pipeline', names.pipeline(row.pipelineId)?.name);
    set('deal.stage', names.stage(row.stageId)?.name);
    set('deal.state', row.state);
    set('deal.expectedClose', row.expectedClose);
    set('deal.closedAt', row.closedAt === null ? null : new Date(row.closedAt).toISOString());
    set('deal.need', row.need);
    set('deal.lostReason', row.lostReason);
    set('deal.competitor', row.competitor);
    set('deal.owner', ownerText(row.ownerId, names));
    setCompany(row.companyId, set, names);
    set('deal.contacts', ...row.contactIds.map(idOf));
    set('source', row.origin.campaign);
  },
};

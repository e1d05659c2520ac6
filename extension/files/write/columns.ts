import type { OwnField } from '../../../shared/domain/rows.ts';
import type { OwnNoun, Target } from '../columns/target.ts';

export type ExportColumn = {
  header: string;
  target: Target;
  /** Which of several values stands here; null: all that are left, between semicolons. */
  at: number | null;
};

const column = (header: string, target: Target, at: number | null = null): ExportColumn => ({
  header,
  target,
  at,
});

const company = [
  column('Company', 'company.name'),
  column('Company domain', 'company.domain'),
  column('Company ID', 'company.externalId'),
];

/**
 * Columns of a CSV, in English: a file is for other programs too, and our reader knows these words whatever the
 * interface's language is.
 */
const columns: Record<OwnNoun, readonly ExportColumn[]> = {
  contact: [
    column('Name', 'contact.name'),
    column('Given name', 'contact.givenName'),
    column('Family name', 'contact.familyName'),
    column('E-mail', 'contact.email', 0),
    column('E-mail 2', 'contact.email', 1),
    column('E-mail 3', 'contact.email'),
    column('Phone', 'contact.phone'),
    column('Job title', 'contact.title'),
    ...company,
    column('Life cycle', 'contact.lifeCycle'),
    column('Owner', 'contact.owner'),
    column('Role', 'contact.role'),
    column('Role reason', 'contact.roleReason'),
    column('Address', 'contact.address'),
    column('Profile', 'contact.url'),
    column('Source', 'source'),
  ],
  company: [
    column('Company name', 'company.name'),
    column('Domain', 'company.domain'),
    column('Website', 'company.website'),
    column('Industry', 'company.industry'),
    column('City', 'company.city'),
    column('Country', 'company.country'),
    column('Phone', 'company.phone'),
    column('Owner', 'company.owner'),
    column('Role', 'company.role'),
    column('Role reason', 'company.roleReason'),
  ],
  deal: [
    column('Deal name', 'deal.title'),
    column('Amount', 'deal.amount'),
    column('Currency', 'deal.currency'),
    column('Pipeline', 'deal.pipeline'),
    column('Stage', 'deal.stage'),
    column('State', 'deal.state'),
    column('Expected close', 'deal.expectedClose'),
    column('Closed at', 'deal.closedAt'),
    column('Need', 'deal.need'),
    column('Lost reason', 'deal.lostReason'),
    column('Competitor', 'deal.competitor'),
    column('Owner', 'deal.owner'),
    ...company,
    column('Contacts', 'deal.contacts'),
    column('Source', 'source'),
  ],
};

/** The last columns are for the way back: the row's id, and a contact's keys as they are. */
const last: Record<OwnNoun, readonly ExportColumn[]> = {
  contact: [column('Sidebook ID', 'contact.externalId'), column('Sidebook keys', 'contact.keys')],
  company: [column('Sidebook ID', 'company.externalId')],
  deal: [column('Sidebook ID', 'deal.externalId')],
};

/** Every column of an export. An own field is named by its label and, for the way back, its key. */
export const exportColumns = (noun: OwnNoun, ownFields: readonly OwnField[]): ExportColumn[] => [
  ...columns[noun],
  ...ownFields
    .filter((field) => field.noun === noun && field.deletedAt === null)
    .map(({ key, label }) => column(`${label} [${key}]`, `${noun}.own.${key}`)),
  ...last[noun],
];

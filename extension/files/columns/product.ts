import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import { plainHeader } from './header.ts';
import type { Target } from './target.ts';

/** Whose export a file is. The name is the `<system>` of its external ids. */
export const products = [
  'sidebook',
  'hubspot',
  'salesforce',
  'pipedrive',
  'google',
  'outlook',
  'linkedin',
  'atomic-crm',
  'folk',
  'streak',
  'vcard',
] as const;
export type Product = (typeof products)[number];

type Sign = {
  product: Product;
  /** Headers as written, folded to lower case: all of one group must be there. */
  any: string[][];
  noun?: ImportNoun;
  /** What this product means by a header, where the words alone would say something else. */
  means?: Record<string, Target>;
};

const outlookMeans: Record<string, Target> = {
  title: 'ignore',
  头衔: 'ignore',
  称谓: 'ignore',
  中文称谓: 'ignore',
  英文称谓: 'ignore',
  'web page': 'company.website',
  网页: 'company.website',
  'company main phone': 'company.phone',
  单位主要电话: 'company.phone',
  公司代表线: 'company.phone',
  location: 'ignore',
  account: 'ignore',
  帐户: 'ignore',
  职业: 'ignore',
  专业: 'ignore',
  'office location': 'ignore',
  'referred by': 'ignore',
};

const signs: Sign[] = [
  { product: 'sidebook', any: [['sidebook id']] },
  {
    product: 'linkedin',
    any: [['first name', 'last name', 'connected on']],
    noun: 'contact',
    means: { url: 'contact.url' },
  },
  {
    product: 'google',
    any: [
      ['e-mail 1 - value'],
      ['phone 1 - value'],
      ['group membership', 'given name'],
      ['file as', 'organization name'],
    ],
    noun: 'contact',
    means: {
      website: 'contact.url',
      location: 'ignore',
      subject: 'ignore',
      occupation: 'ignore',
      'organization type': 'ignore',
      'organization location': 'ignore',
      'organization symbol': 'ignore',
      'organization job description': 'ignore',
      'organization yomi name': 'ignore',
      'directory server': 'ignore',
      'billing information': 'ignore',
      'maiden name': 'ignore',
      'short name': 'ignore',
      'file as': 'ignore',
      'address formatted': 'contact.address',
    },
  },
  {
    product: 'outlook',
    any: [
      ['e-mail address', 'business phone'],
      ['e-mail address', 'job title', 'company'],
      ['电子邮件地址', '商务电话'],
      ['電子郵件地址', '商務電話'],
    ],
    noun: 'contact',
    means: outlookMeans,
  },
  { product: 'hubspot', any: [['record id', 'deal name']], noun: 'deal' },
  {
    product: 'hubspot',
    any: [
      ['record id', 'company domain name'],
      ['record id', 'company name', 'company owner'],
    ],
    noun: 'company',
    means: { 'website url': 'company.website', type: 'company.role', 'lifecycle stage': 'ignore' },
  },
  {
    product: 'hubspot',
    any: [
      ['record id', 'activity date'],
      ['record id', 'note body'],
      ['record id', 'call notes'],
      ['record id', 'activity type'],
    ],
    noun: 'interaction',
    means: { 'activity assigned to': 'ignore' },
  },
  {
    product: 'hubspot',
    any: [
      ['record id', 'first name'],
      ['record id', 'email'],
      ['record id', 'last name'],
    ],
    noun: 'contact',
    means: { 'lead status': 'ignore' },
  },
  {
    product: 'salesforce',
    any: [['opportunity id'], ['opportunity name', 'account name'], ['stagename', 'accountid']],
    noun: 'deal',
    means: { type: 'ignore', name: 'deal.title' },
  },
  {
    product: 'salesforce',
    any: [['lead id'], ['lead owner'], ['leadsource', 'lastname', 'company'], ['isconverted']],
    noun: 'contact',
  },
  {
    product: 'salesforce',
    any: [
      ['contact id', 'account name'],
      ['account name', 'mailing street'],
      ['accountid', 'lastname'],
      ['contact owner', 'account name'],
    ],
    noun: 'contact',
  },
  {
    product: 'salesforce',
    any: [
      ['account id', 'billing city'],
      ['account name', 'billing city'],
      ['account name', 'account owner'],
      ['billingcity', 'billingcountry'],
    ],
    noun: 'company',
  },
  { product: 'pipedrive', any: [['activity - subject'], ['activity - type']], noun: 'interaction' },
  {
    product: 'pipedrive',
    any: [['deal - title']],
    noun: 'deal',
    means: { organization: 'company.name', 'contact person': 'contact.name' },
  },
  {
    product: 'pipedrive',
    any: [['person - name'], ['person - first name'], ['person - id']],
    noun: 'contact',
  },
  { product: 'pipedrive', any: [['organization - name']], noun: 'company', means: { people: 'ignore' } },
  {
    product: 'atomic-crm',
    any: [
      ['email_work', 'first_name'],
      ['first_seen', 'last_seen', 'first_name'],
    ],
    noun: 'contact',
  },
  { product: 'atomic-crm', any: [['nb_sites'], ['tax_identifier', 'sector']], noun: 'company' },
  {
    product: 'atomic-crm',
    any: [['expected_closing_date', 'stage']],
    noun: 'deal',
    means: { description: 'deal.need', name: 'deal.title' },
  },
  {
    product: 'folk',
    any: [
      ['emails', 'phones', 'groups'],
      ['emails', 'urls', 'companies'],
    ],
    noun: 'contact',
  },
  {
    product: 'streak',
    any: [
      ['box key'],
      ['boxkey'],
      ['stage', 'assigned to', 'name', 'notes'],
      ['stage', 'name', 'last email date'],
    ],
    noun: 'deal',
    means: { name: 'deal.title' },
  },
];

export type ProductFound = { product: Product; noun: ImportNoun | null; means: ReadonlyMap<string, Target> };

/** Whose export it is, by headers that no other product has together. */
export function findProduct(headers: readonly string[]): ProductFound | null {
  const there = new Set(headers.map((header) => header.trim().toLowerCase()));
  for (const { product, any, noun, means } of signs)
    if (any.some((all) => all.every((header) => there.has(header))))
      return {
        product,
        noun: noun ?? null,
        means: new Map(Object.entries(means ?? {}).map(([header, target]) => [plainHeader(header), target])),
      };
  return null;
}

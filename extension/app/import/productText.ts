import type { Product } from '../../files/columns/product.ts';

/** Names of products are the same in every language. */
const names: Record<Product, string> = {
  sidebook: 'Sidebook',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  google: 'Google Contacts',
  outlook: 'Outlook',
  linkedin: 'LinkedIn',
  'atomic-crm': 'Atomic CRM',
  folk: 'folk',
  streak: 'Streak',
  vcard: 'vCard',
};
export const productText = (product: Product): string => names[product];

import type { Input } from '../../shared/sync/mutation.ts';
import { newId } from './desk.ts';

const origin = { channel: 'manual', page: null, campaign: null, referrer: null };

/** Whole inputs with plain values, each overridable. */
export const contactInput = (over: Partial<Input<'contact.add'>> = {}): Input<'contact.add'> => ({
  id: newId(),
  name: 'Ada Lovelace',
  givenName: null,
  familyName: null,
  title: null,
  companyId: null,
  lifeCycle: 'lead',
  ownerId: null,
  phone: null,
  address: null,
  own: {},
  origin,
  keys: [],
  ...over,
});

export const companyInput = (over: Partial<Input<'company.add'>> = {}): Input<'company.add'> => ({
  id: newId(),
  name: 'ACME',
  domains: [],
  industry: null,
  city: null,
  country: null,
  phone: null,
  website: null,
  ownerId: null,
  own: {},
  origin,
  ...over,
});

export const dealInput = (over: Partial<Input<'deal.add'>> = {}): Input<'deal.add'> => ({
  id: newId(),
  title: 'Renewal',
  amountMinor: null,
  currency: null,
  expectedClose: null,
  need: null,
  companyId: null,
  contactIds: [],
  ownerId: null,
  own: {},
  origin,
  stageId: null,
  ...over,
});

export const mailInput = (over: Partial<Input<'interaction.log'>> = {}): Input<'interaction.log'> => ({
  id: newId(),
  kind: 'email',
  direction: 'in',
  channel: 'gmail',
  occurredAt: 1_780_000_000_000,
  durationS: null,
  outcome: null,
  subject: 'Hello',
  body: 'The newly written text',
  bodyState: 'read',
  link: null,
  threadKey: null,
  participants: [],
  contactIds: [],
  companyId: null,
  dealId: null,
  fingerprint: [],
  ...over,
});

export const taskInput = (over: Partial<Input<'task.add'>> = {}): Input<'task.add'> => ({
  id: newId(),
  title: 'Call back',
  dueDay: null,
  dueAt: null,
  contactId: null,
  companyId: null,
  dealId: null,
  ownerId: null,
  ...over,
});

export const email = (value: string) => ({ kind: 'email' as const, value, source: null });

/** One part of an import. */
export const partInput = (over: Partial<Input<'import.rows'>> = {}): Input<'import.rows'> => ({
  id: newId(),
  file: 'people.csv',
  private: false,
  companies: [],
  contacts: [],
  deals: [],
  interactions: [],
  changes: [],
  ...over,
});
type PartChange = Input<'import.rows'>['changes'][number];
export const partChange = (over: Partial<PartChange> & { id: string }): PartChange =>
  ({
    noun: 'contact',
    fill: true,
    fields: {},
    keys: [],
    domains: [],
    externalIds: [],
    ...over,
  }) as PartChange;

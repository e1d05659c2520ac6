import type {
  Planned,
  PlannedCompany,
  PlannedContact,
  PlannedDeal,
  PlannedInteraction,
} from '../../../shared/domain/import/planned.ts';

/** Records as a reader of files gives them, each overridable. */
export const plannedContact = (over: Partial<PlannedContact> = {}): PlannedContact => ({
  name: 'Ada Lovelace',
  givenName: null,
  familyName: null,
  title: null,
  lifeCycle: null,
  owner: null,
  phone: null,
  address: null,
  role: null,
  roleReason: null,
  own: {},
  keys: [],
  ...over,
});

export const plannedCompany = (over: Partial<PlannedCompany> = {}): PlannedCompany => ({
  name: 'ACME',
  domains: [],
  externalIds: [],
  industry: null,
  city: null,
  country: null,
  phone: null,
  website: null,
  owner: null,
  role: null,
  roleReason: null,
  own: {},
  ...over,
});

export const plannedDeal = (over: Partial<PlannedDeal> = {}): PlannedDeal => ({
  title: 'Renewal',
  stage: null,
  pipeline: null,
  state: 'open',
  closedAt: null,
  lostReason: null,
  competitor: null,
  amountMinor: null,
  currency: null,
  expectedClose: null,
  need: null,
  owner: null,
  externalIds: [],
  own: {},
  contacts: [],
  ...over,
});

export const plannedEntry = (over: Partial<PlannedInteraction> = {}): PlannedInteraction => ({
  externalId: 'crm:1',
  fingerprint: [],
  kind: 'call',
  direction: null,
  occurredAt: 1_780_000_000_000,
  durationS: null,
  outcome: null,
  subject: null,
  body: null,
  link: null,
  participants: [],
  contacts: [],
  deal: null,
  ...over,
});

export const plannedRow = (row: number, over: Partial<Planned> = {}): Planned => ({
  row,
  contact: null,
  company: null,
  deal: null,
  interactions: [],
  source: null,
  problems: [],
  ...over,
});

export const emailOf = (value: string) => ({ kind: 'email' as const, value, source: 'csv' });
export const idOf = (value: string) => ({ kind: 'external' as const, value, source: 'csv' });

/** People of a spreadsheet: one company for ten of them. */
export const people = (count: number, from = 0): Planned[] =>
  Array.from({ length: count }, (_, i) => {
    const at = from + i;
    const domain = `firm${Math.floor(at / 10)}.example`;
    return plannedRow(i + 1, {
      contact: plannedContact({
        name: `Person ${at}`,
        title: 'Buyer',
        phone: `+49 30 ${10_000 + at}`,
        keys: [
          emailOf(`p${at}@${domain}`),
          idOf(`crm:${at}`),
          { kind: 'phone', value: `+4930${10_000 + at}`, source: 'csv' },
        ],
      }),
      company: plannedCompany({ name: `Firm ${Math.floor(at / 10)}`, domains: [domain], city: 'Berlin' }),
    });
  });

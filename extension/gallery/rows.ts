import { noOrigin } from '../../shared/domain/row.ts';
import type {
  Company,
  Contact,
  ContactKey,
  Deal,
  Interaction,
  Member,
  OwnField,
  Stage,
  Task,
} from '../../shared/domain/rows.ts';
import { idFrom } from '../../shared/kit/id.ts';
import { addDays, dayOf } from '../ui/day.ts';

/** Times are told from now on, so that "12 days ago" stays what it is in every picture. */
export const now = Date.now();
export const today = dayOf(now);
export const daysAgo = (days: number, hour = 10): number => {
  const date = new Date(now - days * 86_400_000);
  date.setHours(hour, (days * 17) % 60, 0, 0);
  return Math.min(date.getTime(), now);
};
export const inDays = (days: number): string => addDays(today, days);

let made = 0;
/** Ids in order of making: the same in every run of the page. */
export const id = (): string => idFrom(1_700_000_000_000, new Uint8Array(10).fill(++made % 251));

const base = (createdDaysAgo = 90) => ({
  id: id(),
  createdAt: daysAgo(createdDaysAgo),
  createdBy: null,
  updatedAt: daysAgo(1),
  deletedAt: null,
});

export const member = (name: string): Member => ({
  ...base(),
  name,
  email: `${name.toLowerCase()}@ours.test`,
  role: 'member',
});
export const email = (value: string, source = 'mail-header'): ContactKey => ({
  kind: 'email',
  value,
  source,
});

export const contact = (name: string, more: Partial<Contact> = {}): Contact => ({
  ...base(),
  name,
  givenName: null,
  familyName: null,
  title: null,
  companyId: null,
  lifeCycle: 'customer',
  ownerId: null,
  origin: { ...noOrigin, channel: 'gmail' },
  phone: null,
  address: null,
  zone: null,
  keys: [],
  role: null,
  roleReason: null,
  own: {},
  mergedInto: null,
  privateTo: null,
  ...more,
});
export const company = (name: string, more: Partial<Company> = {}): Company => ({
  ...base(),
  name,
  domains: [],
  industry: null,
  city: null,
  country: null,
  phone: null,
  website: null,
  ownerId: null,
  origin: noOrigin,
  role: null,
  roleReason: null,
  externalIds: [],
  own: {},
  mergedInto: null,
  ...more,
});
export const deal = (title: string, stage: Stage, more: Partial<Deal> = {}): Deal => ({
  ...base(),
  title,
  pipelineId: stage.pipelineId,
  stageId: stage.id,
  state: 'open',
  amountMinor: null,
  currency: null,
  expectedClose: null,
  need: null,
  companyId: null,
  contactIds: [],
  ownerId: null,
  origin: noOrigin,
  closedAt: null,
  lostReason: null,
  competitor: null,
  stageSince: daysAgo(9),
  externalIds: [],
  own: {},
  ...more,
});
export const task = (title: string, dueDay: string | null, more: Partial<Task> = {}): Task => ({
  ...base(),
  title,
  dueDay,
  dueAt: null,
  contactId: null,
  companyId: null,
  dealId: null,
  ownerId: null,
  doneAt: null,
  zone: null,
  note: null,
  repeat: null,
  promisedBy: null,
  promiseKind: null,
  promiseKey: null,
  awaits: null,
  doneVia: null,
  ...more,
});
export const interaction = (
  kind: Interaction['kind'],
  occurredAt: number,
  more: Partial<Interaction> = {},
): Interaction => ({
  ...base(),
  kind,
  direction: null,
  channel: null,
  occurredAt,
  durationS: null,
  outcome: null,
  subject: null,
  body: null,
  bodyState: null,
  link: null,
  threadKey: null,
  participants: [],
  contactIds: [],
  companyId: null,
  dealId: null,
  loggedBy: null,
  loggedAt: occurredAt,
  fingerprint: [],
  joinedInto: null,
  privateTo: null,
  sharedWith: [],
  askedBy: [],
  mentions: [],
  moreDealIds: [],
  attachments: [],
  rule: null,
  ruleId: null,
  ...more,
});

const pipelineId = id();
export const makeStages = (names: string[]): Stage[] =>
  names.map((name, position) => ({
    ...base(),
    pipelineId,
    name,
    position,
    probability: Math.round(((position + 1) / (names.length + 1)) * 100),
    colour: null,
    requires: [],
    staleDays: null,
  }));
export const ownField = (
  key: string,
  label: string,
  kind: OwnField['kind'],
  options: string[] = [],
): OwnField => ({
  ...base(),
  noun: 'contact',
  key,
  label,
  kind,
  options,
  position: 1,
  places: ['sidebar', 'record'],
});

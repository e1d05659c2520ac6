import type { KeyKind } from '../identity/key.ts';
import type { Id } from '../kit/id.ts';

/** UTC instant in milliseconds since the epoch. */
export type Instant = number;
/** A civil day, `YYYY-MM-DD`. */
export type Day = string;

/** Where a contact or deal came from; kept from the first version on because it cannot be rebuilt. */
export type Origin = {
  /** e.g. `gmail`, `page`, `import`, `manual`, `sample` */
  channel: string | null;
  page: string | null;
  campaign: string | null;
  referrer: string | null;
};

export type OwnValue = string | number | null;
/** Own fields by their definition's key. */
export type OwnValues = Record<string, OwnValue>;

type Base = {
  id: Id;
  createdAt: Instant;
  createdBy: Id | null;
  updatedAt: Instant;
  /** Set on a tombstone. */
  deletedAt: Instant | null;
};

export const lifeCycles = ['lead', 'qualified', 'customer', 'former', 'partner', 'other'] as const;
export type LifeCycle = (typeof lifeCycles)[number];

export type ContactKey = { kind: KeyKind; value: string; source: string | null };

export type Contact = Base & {
  name: string;
  givenName: string | null;
  familyName: string | null;
  title: string | null;
  companyId: Id | null;
  lifeCycle: LifeCycle;
  ownerId: Id | null;
  origin: Origin;
  /** As typed or seen; the normalised number is a key. */
  phone: string | null;
  address: string | null;
  keys: ContactKey[];
  own: OwnValues;
  /** Another contact that this row turned out to be: added twice with one key, or merged. */
  mergedInto: Id | null;
  /** The member who alone may see it; null: the workspace. */
  privateTo: Id | null;
};

export type Company = Base & {
  name: string;
  domains: string[];
  industry: string | null;
  city: string | null;
  country: string | null;
  phone: string | null;
  website: string | null;
  ownerId: Id | null;
  origin: Origin;
  own: OwnValues;
  mergedInto: Id | null;
};

export type Pipeline = Base & { name: string; position: number };

export type Stage = Base & {
  pipelineId: Id;
  name: string;
  position: number;
  /** 0 to 100 */
  probability: number;
  colour: string | null;
};

export type DealState = 'open' | 'won' | 'lost';

export type Deal = Base & {
  title: string;
  pipelineId: Id;
  stageId: Id;
  state: DealState;
  /** Integer minor units of `currency` (ISO 4217). */
  amountMinor: number | null;
  currency: string | null;
  expectedClose: Day | null;
  /** What they need, in the customer's words. */
  need: string | null;
  companyId: Id | null;
  contactIds: Id[];
  ownerId: Id | null;
  origin: Origin;
  closedAt: Instant | null;
  lostReason: string | null;
  competitor: string | null;
  /** When the deal entered its present stage. */
  stageSince: Instant;
  own: OwnValues;
};

export const interactionKinds = ['email', 'note', 'call', 'meeting', 'message', 'visit'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** How much of a mail's body is stored: it was read, there was none to read, or it could not be read. */
export type BodyState = 'read' | 'empty' | 'subject-only';

export type Participant = { name: string | null; email: string; role: 'from' | 'to' | 'cc' | 'bcc' };

export type Interaction = Base & {
  kind: InteractionKind;
  /** `in`: from them; `out`: from us; null where it has none (a note). */
  direction: 'in' | 'out' | null;
  /** e.g. `gmail`, `phone`, `web` */
  channel: string | null;
  occurredAt: Instant;
  durationS: number | null;
  outcome: string | null;
  subject: string | null;
  /** The newly written text only. */
  body: string | null;
  bodyState: BodyState | null;
  /** Link back to the mail or page. */
  link: string | null;
  /** `gm:<account>:<thread id>`: which deal this thread used before. */
  threadKey: string | null;
  participants: Participant[];
  contactIds: Id[];
  companyId: Id | null;
  dealId: Id | null;
  loggedBy: Id | null;
  loggedAt: Instant;
  /** `mid:`, `gm:` and `dg:` keys, see shared/domain/interaction/fingerprint.ts */
  fingerprint: string[];
  /** Another interaction found to be the same mail. */
  joinedInto: Id | null;
  /** The member who alone may read it; others see that contact happened. null: the workspace. */
  privateTo: Id | null;
  /** Members let in. */
  sharedWith: Id[];
  /** Members who asked to be let in, as the one it is private to is told; whoever asked finds themselves alone. */
  askedBy: Id[];
};

export type Task = Base & {
  title: string;
  /** A day, or a day with an instant. */
  dueDay: Day | null;
  dueAt: Instant | null;
  contactId: Id | null;
  companyId: Id | null;
  dealId: Id | null;
  ownerId: Id | null;
  doneAt: Instant | null;
};

/** From the most to the least that one may do. */
export const roles = ['owner', 'admin', 'member', 'read-only'] as const;
export type Role = (typeof roles)[number];

export type Member = Base & {
  name: string;
  email: string | null;
  /** `former`: removed from the workspace; their name stays on what they did. */
  role: Role | 'former';
};

export type OwnFieldKind = 'text' | 'number' | 'date' | 'choice';
export type OwnField = Base & {
  noun: 'contact' | 'company' | 'deal';
  key: string;
  label: string;
  kind: OwnFieldKind;
  /** The choices of a `choice`. */
  options: string[];
  position: number;
};

/** One change of one field; who, when, from what to what. Instants of stage, amount, owner, life cycle stay queryable. */
export type Change = {
  id: Id;
  noun: Noun;
  rowId: Id;
  field: string;
  from: string | number | null;
  to: string | number | null;
  at: Instant;
  by: Id | null;
  /** `proposed`: an edit of a row that had been removed meanwhile; kept, not in force. */
  state: 'done' | 'proposed';
};

/** Every synced noun and its row. */
export type Rows = {
  member: Member;
  pipeline: Pipeline;
  stage: Stage;
  ownField: OwnField;
  company: Company;
  contact: Contact;
  deal: Deal;
  task: Task;
  interaction: Interaction;
};
export type Noun = keyof Rows;
export const nouns = [
  'member',
  'pipeline',
  'stage',
  'ownField',
  'company',
  'contact',
  'deal',
  'task',
  'interaction',
] as const satisfies readonly Noun[];

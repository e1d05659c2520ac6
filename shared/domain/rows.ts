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

/** What a contact or company is to us, beside how far a sale has come. */
export const partyRoles = ['customer', 'partner', 'supplier', 'competitor', 'blocked'] as const;
export type PartyRole = (typeof partyRoles)[number];

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
  /** IANA zone in which they work. */
  zone: string | null;
  keys: ContactKey[];
  role: PartyRole | null;
  /** Why, e.g. why nobody may sell to them. */
  roleReason: string | null;
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
  role: PartyRole | null;
  roleReason: string | null;
  /** Ids in other systems, `<system>:<id>`; each belongs to one company. */
  externalIds: string[];
  own: OwnValues;
  mergedInto: Id | null;
};

export type Pipeline = Base & {
  name: string;
  position: number;
  /** What is offered when a deal is lost. */
  lostReasons: string[];
};

export type Stage = Base & {
  pipelineId: Id;
  name: string;
  position: number;
  /** 0 to 100 */
  probability: number;
  /** `#rrggbb` */
  colour: string | null;
  /** Fields of a deal that must be filled before it enters: names of `Deal`, or `own.<key>`. */
  requires: string[];
  /** A deal that stands here longer is stale; null: never. */
  staleDays: number | null;
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
  externalIds: string[];
  own: OwnValues;
};

export const interactionKinds = ['email', 'note', 'call', 'meeting', 'message', 'visit'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** How much of a mail's body is stored: it was read, there was none to read, or it could not be read. */
export type BodyState = 'read' | 'empty' | 'subject-only';

/** A file of a mail: what it is called is always kept, its bytes only where somebody asked for them. */
export type Attachment = {
  name: string;
  /** In bytes. */
  size: number | null;
  /** Media type, RFC 6838. */
  type: string | null;
};

/** Whose mail a rule logs by itself. */
export const ruleScopes = ['thread', 'contact', 'company', 'everyone'] as const;
export type RuleScope = (typeof ruleScopes)[number];
export const ruleEffects = ['log', 'leave'] as const;

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
  /** Other deals that it is about too. */
  moreDealIds: Id[];
  attachments: Attachment[];
  /** What logged it, where nobody clicked: a rule, or the switch for what is sent. */
  rule: RuleScope | 'sending' | null;
  ruleId: Id | null;
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
  /** Members mentioned in it who have not put that away. */
  mentions: Id[];
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
  /** IANA zone in which `dueAt` was agreed: a repeat keeps its wall time there. */
  zone: string | null;
  note: string | null;
  /** RFC 5545 rule without its start, e.g. `FREQ=WEEKLY;INTERVAL=2`; null: once. */
  repeat: string | null;
  /** Who promised it, where it is a promise found in a mail. */
  promisedBy: 'us' | 'them' | null;
  /** What in kind was promised, see shared/domain/promise. */
  promiseKind: string | null;
  /** Which sentence of which message it is, so that it is offered once. */
  promiseKey: string | null;
  /** Key of the conversation in which an answer is awaited: one that comes makes it done. */
  awaits: string | null;
  /** The interaction that made it done. */
  doneVia: Id | null;
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

export const ownFieldKinds = ['text', 'number', 'money', 'date', 'choice', 'yes-no', 'person'] as const;
/**
 * How a value is kept: `number` as a number; `yes-no` as 1 or 0; `money` as `EUR 129900`, currency and integer minor
 * units; `person` as the id of a contact or member; the others as text, a date as `YYYY-MM-DD`.
 */
export type OwnFieldKind = (typeof ownFieldKinds)[number];
/** Where a field is shown: among the first in the sidebar, on the record's page, on a card of the board. */
export const ownFieldPlaces = ['sidebar', 'record', 'card'] as const;
export type OwnFieldPlace = (typeof ownFieldPlaces)[number];
export type OwnField = Base & {
  noun: 'contact' | 'company' | 'deal';
  key: string;
  label: string;
  kind: OwnFieldKind;
  /** The choices of a `choice`. */
  options: string[];
  position: number;
  places: OwnFieldPlace[];
};

export const viewNouns = ['contact', 'company', 'deal', 'task'] as const;
/** A saved list: which rows, in which order, with which columns. */
export type View = Base & {
  noun: (typeof viewNouns)[number];
  name: string;
  /** JSON of a `ListQuery`, see shared/domain/view/query.ts. */
  query: string;
  position: number;
  /** The member who alone may see it; null: the workspace. */
  privateTo: Id | null;
};

/** Read from `from` to `to`: Ada works at ACME, ACME supplies Initech. */
export const relationKinds = [
  'works-at',
  'end-user-of',
  'pays-for',
  'supplies',
  'resells',
  'referred',
] as const;
export type RelationKind = (typeof relationKinds)[number];
export type RelationNoun = 'contact' | 'company' | 'deal';
export type Relation = Base & {
  fromNoun: RelationNoun;
  fromId: Id;
  kind: RelationKind;
  toNoun: RelationNoun;
  toId: Id;
  note: string | null;
};

/** A file whose rows were brought in; undone as one. */
export type Import = Base & {
  file: string;
  added: number;
  changed: number;
  undoneAt: Instant | null;
  undoneBy: Id | null;
  /** Rows that an undo left, because somebody had worked on them since. */
  kept: number;
  /** The member who alone may see it: what one imports for oneself. null: the workspace. */
  privateTo: Id | null;
};

/** How the people or the company of a site's pages are read, as somebody showed by pointing. Serves the whole team. */
export type Recipe = Base & {
  host: string;
  kind: 'person' | 'company';
  /** JSON of where each fact stands, see extension/recognisers/taught/recipe.ts. */
  shape: string;
};

/** Whom an exclusion is about: an address, everybody of a domain, or a site whose pages are not looked at. */
export const excludedSubjects = ['address', 'domain', 'site'] as const;
export type ExcludedSubject = (typeof excludedSubjects)[number];
export const exclusionEffects = ['never', 'allow'] as const;
/** `never`: mails of an address or domain are not logged, a site is not looked at. `allow` lifts what is so by default. */
export type Exclusion = Base & {
  subject: ExcludedSubject;
  /** Normalised: an address as its key, a domain or host in ASCII. */
  value: string;
  effect: (typeof exclusionEffects)[number];
  note: string | null;
  /** The member whose own rule it is; null: the workspace's. */
  privateTo: Id | null;
};

/** Somebody said that these are two, not one. */
export type Distinction = Base & {
  noun: 'contact' | 'company';
  /** `aId` sorts before `bId`. */
  aId: Id;
  bId: Id;
  /** Asked again when the evidence (in bits) rises above this; null: never again. */
  askAbove: number | null;
};

/** Two rows that were found to be one, and whether they were split again. */
export type Merge = Base & {
  noun: 'contact' | 'company';
  keptId: Id;
  goneId: Id;
  /** What the gone one was called. */
  goneName: string;
  /** What the kept one had, of fields in which the gone one's value was chosen; by field, own ones as `own.<key>`. */
  was: OwnValues;
  /** What the kept one got of the gone one's: `kind:value` of keys, of a company's domains and ids. */
  brought: string[];
  /** How much came later of which a split could not tell whose it is: it stayed with the kept one. */
  stayed: number;
  splitAt: Instant | null;
  splitBy: Id | null;
  /** The member whose own contacts they are; null: the workspace. */
  privateTo: Id | null;
};

/** What one's own mail is logged by itself. It is about one's own mailbox, so nobody else sees it. */
export type LogRule = Base & {
  scope: RuleScope;
  /** Key of the thread, id of the contact or company; empty for everyone. */
  value: string;
  /** `leave`: what a wider rule would log is left alone. */
  effect: (typeof ruleEffects)[number];
  /** The deal its logs go to; null: as a click would choose. */
  dealId: Id | null;
  privateTo: Id | null;
};

/** A text to write with, or a piece of one. */
export type Template = Base & {
  name: string;
  /** null: a snippet, which leaves the subject alone. */
  subject: string | null;
  /** Plain text with fields, see shared/domain/template. */
  body: string;
  position: number;
  /** The member whose own it is; null: the workspace's. */
  privateTo: Id | null;
};

/** A kept file of an interaction, seen by whoever may read that. */
export type File = Base & {
  interactionId: Id;
  name: string;
  type: string | null;
  /** In bytes. */
  size: number;
  /** Hexadecimal, of the bytes. */
  sha256: string;
  /** When the server had all of its bytes; null: not yet. */
  storedAt: Instant | null;
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
  relation: Relation;
  view: View;
  import: Import;
  recipe: Recipe;
  exclusion: Exclusion;
  distinction: Distinction;
  merge: Merge;
  logRule: LogRule;
  template: Template;
  file: File;
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
  'relation',
  'view',
  'import',
  'recipe',
  'exclusion',
  'distinction',
  'merge',
  'logRule',
  'template',
  'file',
] as const satisfies readonly Noun[];

import type { IdentityKey } from '../../identity/key.ts';
import type { Id } from '../../kit/id.ts';
import type {
  Company,
  Contact,
  ContactKey,
  Day,
  DealState,
  Instant,
  InteractionKind,
  LifeCycle,
  Noun,
  OwnValues,
  Participant,
  PartyRole,
} from '../rows.ts';

// One row of a file, read: values normalised and within limits, keys made by shared/identity. `null`: the file says
// nothing. Whom it means in the workspace, and what becomes of it, is decided later, against the mirror.

/** Why something of a row could not be taken. */
export const problemCodes = [
  /** Nothing in the row can be used. */
  'row.empty',
  /** The row has more or fewer cells than the head says, or a quote was never closed. */
  'row.broken',
  'email.invalid',
  'phone.invalid',
  'url.invalid',
  'domain.invalid',
  'date.invalid',
  /** Could be two different days; read as the column's other dates say. */
  'date.ambiguous',
  'number.invalid',
  'money.invalid',
  'choice.unknown',
  /** Longer than a field holds: cut. */
  'text.long',
  /** Neither a name nor anything to make one of. */
  'name.missing',
  'stage.unknown',
  'owner.unknown',
  /** Not done yet: a plan for the future, and no entry of the past. */
  'activity.open',
  /** A photo or attachment by URL: never fetched. */
  'media.left',
  /** The key is another's: it stays with them. */
  'key.held',
  /** Says other than an earlier row of the same file about the same person; the earlier one counts. */
  'row.contradicts',
  /** Names two people (or companies) of the workspace by two certain keys; the first one is taken. */
  'match.several',
  /** Named, and neither in the file nor in the workspace. */
  'link.unknown',
  /** More than fits into one change: left out. */
  'row.large',
  /** What the server said to it; see `detail`. */
  'server.refused',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** `fatal`: nothing of the row is taken. Otherwise only the field is left empty (or cut). */
export type PlannedProblem = {
  code: ProblemCode;
  /** The column as the file calls it, or null: the whole row. */
  column: string | null;
  /** What stood there, shortened. */
  text: string | null;
  fatal?: boolean;
};

/** Who a record means: by certain keys only. `name` only helps a shared telephone to be somebody's. */
export type PlannedContact = {
  /** Null: only names somebody, who must be there or stand in the file by these keys. */
  name: string | null;
  givenName: string | null;
  familyName: string | null;
  title: string | null;
  lifeCycle: LifeCycle | null;
  /** A member by e-mail or name, as the file writes it. */
  owner: string | null;
  /** As written; its E.164 form stands in `keys`. */
  phone: string | null;
  address: string | null;
  role: PartyRole | null;
  roleReason: string | null;
  own: OwnValues;
  /** `external` is `<system>:<id>`; a row without any key gets `row:<sha256 of what was mapped>`. */
  keys: ContactKey[];
};

export type PlannedCompany = {
  /** Null: only names one. */
  name: string | null;
  /** Never free-mail. */
  domains: string[];
  /** `<system>:<id>` */
  externalIds: string[];
  industry: string | null;
  city: string | null;
  country: string | null;
  phone: string | null;
  website: string | null;
  owner: string | null;
  role: PartyRole | null;
  roleReason: string | null;
  own: OwnValues;
};

export type PlannedDeal = {
  title: string;
  /** Stage and pipeline by name; unknown or null: the first one. */
  stage: string | null;
  pipeline: string | null;
  state: DealState;
  closedAt: Instant | null;
  lostReason: string | null;
  competitor: string | null;
  amountMinor: number | null;
  currency: string | null;
  expectedClose: Day | null;
  need: string | null;
  owner: string | null;
  /** `<system>:<id>`, or `row:<sha256>`: at least one, so that the same file twice makes no second deal. */
  externalIds: string[];
  own: OwnValues;
  /** People besides the row's own. */
  contacts: IdentityKey[];
};

export type PlannedInteraction = {
  /** `<system>:<id>`, or `row:<sha256>`: becomes the fingerprint `ext:...`. */
  externalId: string;
  /** Message-ID header's key (`mid:...`), where the file has it. */
  fingerprint: string[];
  kind: InteractionKind;
  direction: 'in' | 'out' | null;
  occurredAt: Instant;
  durationS: number | null;
  outcome: string | null;
  subject: string | null;
  body: string | null;
  link: string | null;
  participants: Participant[];
  /** People besides the row's own. */
  contacts: IdentityKey[];
  /** The deal by `externalIds`, besides the row's own. */
  deal: string | null;
};

/** One record of a file. What stands together belongs together: the contact works at the company, the deal is theirs. */
export type Planned = {
  /** Which record of the file, from 1; heads and preambles do not count. */
  row: number;
  contact: PlannedContact | null;
  company: PlannedCompany | null;
  deal: PlannedDeal | null;
  interactions: PlannedInteraction[];
  /** Where it came from, as a column says (e.g. HubSpot's original source): becomes the origin's campaign. */
  source: string | null;
  problems: PlannedProblem[];
};

/** What becomes of somebody who is there already. `create`: one more, without the keys that the other one holds. */
export const sameRules = ['skip', 'fill', 'update', 'create'] as const;
export type SameRule = (typeof sameRules)[number];
export type ImportRules = {
  contacts: SameRule;
  /** One company per domain and per external id: never `create`. */
  companies: Exclude<SameRule, 'create'>;
  deals: SameRule;
  /** Only who imports may see the new contacts and interactions. */
  private: boolean;
  /** Owner of new rows where the file names none; null: nobody. */
  owner: Id | null;
  /** Where new rows come from, where the file does not say; becomes the origin's campaign. */
  campaign: string | null;
};
export const usualRules: ImportRules = {
  ...{ contacts: 'fill', companies: 'fill', deals: 'fill' },
  ...{ private: false, owner: null, campaign: null },
};

/** Nouns that an import makes. */
export type ImportNoun = Extract<Noun, 'contact' | 'company' | 'deal' | 'interaction'>;
export const importNouns = [
  'contact',
  'company',
  'deal',
  'interaction',
] as const satisfies readonly ImportNoun[];

/** `changed` and `left` are of those that are there: the file fills or changes something, or has nothing new (or is not to). */
export type Count = { added: number; changed: number; left: number };
export type Counts = Record<ImportNoun, Count>;

export type RowProblem = PlannedProblem & { row: number; detail?: string };
/** The file and the workspace say different things of one field. `taken`: by the rules the file's value is set. */
export type Conflict = {
  row: number;
  noun: 'contact' | 'company' | 'deal';
  id: string;
  name: string;
  field: keyof Contact | keyof Company | string;
  has: string | number | null;
  file: string | number | null;
  taken: boolean;
};

/** What an import would do, by these rules and what this device knows. Lists hold the first ones; counts all. */
export type DryRun = {
  rows: number;
  counts: Counts;
  /** Rows about somebody whom an earlier row of the file is about. */
  joined: number;
  /** Rows of which nothing is taken. */
  left: number;
  problemCount: number;
  problems: RowProblem[];
  conflictCount: number;
  conflicts: Conflict[];
};

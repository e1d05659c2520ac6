import type { Difference } from '../../shared/domain/contact/difference.ts';
import type { Refusal } from '../../shared/domain/exclusion/judge.ts';
import type { WhyNot } from '../../shared/domain/interaction/why-not.ts';
import type {
  BodyState,
  Change,
  Company,
  Contact,
  Deal,
  Exclusion,
  Interaction,
  Member,
  OwnField,
  OwnFieldKind,
  PartyRole,
  Relation,
  Role,
  Stage,
  Task,
} from '../../shared/domain/rows.ts';
import type { Match } from '../../shared/identity/match.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import type { ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Verb } from '../../shared/sync/mutation.ts';
import type { Teaching } from './capture.ts';
import type { ScheduledOnScreen, Settled, WritingOnScreen } from './compose.ts';
import type { LevelOnScreen } from './level.ts';
import type { RowChipKind } from './rows.ts';
import type { AutoOnThread } from './rules.ts';
import type { MentionLine, NamedAbout } from './task.ts';

export type Locale = 'en' | 'zh-CN' | 'zh-TW';
export type Theme = 'light' | 'dark';

/** How this browser stands with the server. */
export type LinkState = {
  status: 'unpaired' | 'filling' | 'online' | 'offline' | 'refused';
  /** Origin of the server, e.g. `http://localhost:8787`. */
  server: string | null;
  workspace: string | null;
  me: Id | null;
  /** Mutations not yet confirmed. */
  waiting: number;
  /** Mutations the server refused for good. */
  parked: { number: number; verb: string; code: ErrorCode }[];
  /** First fill: rows so far and in all. */
  filled: { done: number; total: number } | null;
  code: ErrorCode | null;
  /** When it is tried again by itself. */
  retryAt?: number | null;
};

/** A workspace of this browser, as the switcher shows it. */
export type PlaceOnScreen = { id: string; workspace: string; server: string; role: Role };

/** Something the server refused for good, with what was typed in it. */
export type ParkedView = {
  number: number;
  verb: Verb;
  code: ErrorCode;
  at: number;
  /** Whose or what it is about, as far as it is known here. */
  about: string | null;
  /** What was typed, by field. `editable`: it can be set right and tried again. */
  typed: { field: string; value: string | number | null; editable: boolean }[];
  /** What would have to be brought back first. */
  removed: 'contact' | 'company' | 'deal' | null;
};

/** One change of a row, with names for ids. */
export type HistoryEntry = {
  change: Change;
  /** What an own field is called, and how its values are kept; null for the others. */
  label: string | null;
  kind: OwnFieldKind | null;
  by: string;
  byMe: boolean;
  /** As they are shown: the name of a stage, member or company for its id. */
  from: string | number | null;
  to: string | number | null;
  /**
   * What one edit sets again: the value it had, or the one proposed; null where that stands there or cannot be set. Of
   * where an entry was, the ids that are still there.
   */
  restore: { value: string | number | null } | null;
};

/** A person on the screen and what the mirror knows of them. */
export type PersonOnScreen = {
  /** Stable while the same screen is shown: the strongest key's text, else its position. */
  key: string;
  sighting: Sighting;
  name: string;
  email: string | null;
  match: Match | null;
  contact: Contact | null;
  /** Of our own side: the account's owner, a member, or the workspace's own domain. */
  internal: boolean;
  /** What the screen says otherwise than we have it, of a known one. */
  differences: Difference[];
  /** A contact that this unknown person may be, with its reason. */
  maybe: { contact: Contact; match: Match } | null;
};

export type CompanyOnScreen = {
  key: string;
  sighting: Sighting | null;
  name: string;
  domain: string | null;
  match: Match | null;
  company: Company | null;
};

type NamedRow = { id: Id; name: string };
export type NamedDeal = { id: Id; title: string };

/** What is known about the log of one message. `probably`: only the digest agrees; never logged silently. */
export type LogState =
  /** `why`: what speaks against it; null: it only was not asked for. */
  | { state: 'none'; why: WhyNot | null }
  | { state: 'saving' }
  | {
      state: 'waiting' | 'logged';
      interactionId: Id;
      by: string;
      byMe: boolean;
      at: number;
      contacts: NamedRow[];
      company: NamedRow | null;
      deals: NamedDeal[];
      bodyState: BodyState | null;
      /** Colleagues see that contact happened, and no more. */
      private: boolean;
      /** What logged it, where nobody clicked. */
      rule: Interaction['rule'];
      ruleId: Id | null;
    }
  | {
      state: 'probably';
      interactionId: Id;
      by: string;
      at: number;
      deals: NamedDeal[];
      /** What agrees: its words; its head alone, because it is folded, or because its words are not known of both. */
      alike: 'words' | 'folded' | 'head';
    };

export type MessageOnScreen = {
  id: string;
  from: string;
  fromEmail: string;
  loaded: boolean;
  log: LogState;
  /** It hands on a mail that somebody probably logged. */
  forwardOf: { interactionId: Id; by: string; byMe: boolean; at: number } | null;
  /** Files that the page shows under it. */
  files?: number;
};

/** What an entry is about. */
export type LogPlace = {
  contacts: NamedRow[];
  company: NamedRow | null;
  deals: NamedDeal[];
  /** Other open deals of theirs. */
  open: NamedDeal[];
};

/** Where somebody said that a log goes; what is left out goes as it would unasked. */
export type LogChoice = { contactIds?: Id[]; companyId?: Id | null; dealIds?: Id[] };

/** Where a click on Log goes, said before the click. */
export type LogTarget = {
  contacts: NamedRow[];
  company: NamedRow | null;
  deals: NamedDeal[];
  /** Who of the mail is known, whether chosen or not. */
  people: NamedRow[];
  /** Unknown external people who would not be linked. */
  unknown: number;
  /** Open deals to choose from. */
  open: NamedDeal[];
  /** `several`: several open deals and this thread used none before, so none is chosen. */
  basis: 'no-deal' | 'only-deal' | 'thread' | 'chosen' | 'several';
  /** Somebody said where it goes. */
  chosen: boolean;
  /** Why nothing can be logged, if so. */
  blocked: 'internal' | 'unknown' | 'excluded' | null;
  /** The rule or default that keeps it out of the log. */
  refusal: Refusal | null;
};

export type ThreadOnScreen = {
  id: string;
  account: string;
  subject: string;
  messages: MessageOnScreen[];
  selectedId: string | null;
  /** How much of its mails was read, sentences about promises and files: with more it is asked again. */
  said?: number;
  target: LogTarget;
  /** Whether a log of it would be private: by the mailbox, or as a click said. */
  private: boolean;
  /** How the shown mail stands with one's rules. */
  auto?: AutoOnThread;
  /** Several messages are being logged: how many are done, of how many. */
  logging: { done: number; all: number } | null;
};

export type Screen =
  | { kind: 'none' }
  /** A mailbox with no thread open: Today. */
  | {
      kind: 'mailbox';
      account: string;
      /** How many whom the list names are known, and how many it names. */
      listed: { known: number; all: number };
      /** How many conversations its lists have shown here. */
      rows?: number;
    }
  | { kind: 'thread'; thread: ThreadOnScreen }
  | {
      kind: 'page';
      url: string;
      title: string /** False where only the address could be had. */;
      readable: boolean;
      selection: string | null;
      /** What somebody showed for this very page and finds nothing there any more. */
      lost?: Id[];
      /** Addresses of vCards that can be read from there. */
      cards?: string[];
      /** Why the page is left alone, if so. */
      refusal: Refusal | null;
    };

/** Everything a sidebar draws for its tab, pushed whole on every change. */
export type SidebarState = {
  /** The workspace that this is of; every call names it. null: this browser has none. */
  place: string | null;
  places: PlaceOnScreen[];
  /** Of a tab with a mailbox: where its mail goes, and whether it is private unless a click says otherwise. */
  mailbox: { account: string; bound: string | null; private: boolean } | null;
  /** Workspaces that ended by their server's word, until the user has read it. */
  ended: { workspace: string; code: ErrorCode }[];
  /** A server's page that offers itself, to be confirmed here. */
  offer: { server: string } | null;
  /** One's role lets one read and no more. */
  readOnly: boolean;
  link: LinkState;
  screen: Screen;
  people: PersonOnScreen[];
  /** What is being shown by pointing in this tab. */
  teaching?: TeachingOnScreen | null;
  /** `key` of the person shown. */
  selected: string | null;
  company: CompanyOnScreen | null;
  /** The mail that is being written there. */
  writing?: WritingOnScreen | null;
  /** A reminder that an answer there made done. */
  settled?: Settled | null;
  /** A mail that may have been scheduled there. */
  scheduled?: ScheduledOnScreen | null;
  /** The selected person's card, so that a thread's first paint needs no second question; where left out it is asked for. */
  view?: PersonView | null;
  /** How well the mailbox's page is read, once that is known. */
  level?: LevelOnScreen | null;
  locale: Locale;
  theme: Theme | null;
  /** What the user chose; null: as the page around it, else as the browser. */
  themeChosen?: Theme | null;
  /** How close the rows of the mailbox around it stand. */
  density?: 'compact' | 'comfortable';
  /** Buttons that change something act only in a frame that is really visible; own pages need no arming. */
  framed: boolean;
  logOnSend: boolean;
  /** What stands on the rows of the mailbox's lists. */
  rowChips?: { on: boolean; leftOut: RowChipKind[] };
  /** Rises with every local change, so open cards ask again. */
  version: number;
};

export type TeachingOnScreen = { stage: 'pointing' } | Omit<Extract<Teaching, { stage: 'preview' }>, 'shape'>;

/** All about one contact, from the mirror. */
export type PersonView = {
  contact: Contact;
  company: Company | null;
  owner: Member | null;
  /** Who could be the owner. */
  members: Member[];
  deals: Deal[];
  stages: Stage[];
  tasks: Task[];
  ownFields: OwnField[];
  /** Newest first. */
  timeline: TimelineEntry[];
  /** There are more entries than these, here or on the server. */
  older: boolean;
  lastContactAt: number | null;
  relations: Related[];
  named: Named;
};

/** What the values of own fields that are persons are called, by id. */
export type Named = Record<Id, { noun: 'contact' | 'member'; name: string }>;

/** A relation as it is seen from one of its ends. */
export type Related = {
  relation: Relation;
  /** It is read from here to the other end. */
  outward: boolean;
  /** The other end. */
  noun: Relation['toNoun'];
  id: Id;
  name: string;
  detail: string | null;
  role: PartyRole | null;
};

/** What is never logged or looked at by somebody's word. */
export type ExclusionsView = { rules: Exclusion[]; members: Member[]; mayArrange: boolean };

/** A workspace's own fields in their order. */
export type OwnFieldsView = { fields: OwnField[]; mayChange: boolean };

/** Entries that a filter or "Show older" asked for. */
export type TimelineView = {
  entries: TimelineEntry[];
  /** There are more than these, here or on the server. */
  older: boolean;
  /** Older ones were asked for, and the server could not be reached. */
  unreached: boolean;
};

/** What changed around somebody: stages, fields, tasks done. */
export type Happenings = {
  /** Newest first. `title`: of the row it is of; null where that is the one asked for. */
  events: (HistoryEntry & { title: string | null })[];
  /** There are more than these. */
  more: boolean;
  /** The server, which alone keeps them, could not be asked; these are what is known here. */
  unreached: boolean;
};

export type TimelineEntry = {
  interaction: Interaction;
  by: string;
  byMe: boolean;
  /** Titles of the deals that it is about. */
  deals: string[];
  waiting: boolean;
  access: Access;
};

/** Who may read an entry. `masked`: somebody else's, and nothing of its text is here. */
export type Access =
  | { kind: 'shared' }
  | { kind: 'masked'; owner: string; asked: boolean }
  /** Somebody else's private entry that one was let into. */
  | { kind: 'let-in'; owner: string }
  | { kind: 'own'; asking: { id: Id; name: string }[]; letIn: { id: Id; name: string }[] };

export type CompanyView = {
  company: Company;
  owner: Member | null;
  members: Member[];
  contacts: Contact[];
  deals: Deal[];
  stages: Stage[];
  /** Of the company itself, its people and its deals. */
  tasks: Task[];
  ownFields: OwnField[];
  timeline: TimelineEntry[];
  older: boolean;
  lastContactAt: number | null;
  relations: Related[];
  named: Named;
};

/** All about one deal, from the mirror. */
export type DealView = {
  deal: Deal;
  contacts: Contact[];
  company: Company | null;
  owner: Member | null;
  members: Member[];
  stages: Stage[];
  tasks: Task[];
  ownFields: OwnField[];
  timeline: TimelineEntry[];
  older: boolean;
  lastContactAt: number | null;
  relations: Related[];
  named: Named;
};

export type TodayView = {
  /** Entries of one's own that colleagues ask to read. */
  asked: TimelineEntry[];
  /** In which a colleague mentions one. */
  mentions: MentionLine[];
  overdue: Task[];
  today: Task[];
  /** What others promised, and answers that are waited for, due by today. */
  awaited: Task[];
  upcoming: Task[];
  /** Of whom or what tasks are, by their ids. */
  about: Record<Id, NamedAbout[]>;
  recent: { contact: Contact; company: string | null; at: number }[];
  /** How many people the workspace knows. */
  known: number;
  /** One brought people in lately. */
  fresh: boolean;
};

export type Found = {
  noun: 'contact' | 'company' | 'deal';
  id: Id;
  title: string;
  detail: string | null;
  /** Nobody is to do business with them. */
  blocked?: boolean;
};

/** One request that left this browser by our doing. */
export type LedgerEntry = {
  at: number;
  method: string;
  url: string;
  purpose: 'sync' | 'pair' | 'original' | 'card';
  status: number | null;
  sent: number;
  received: number;
};

import type { TimelineFilter } from '../../shared/domain/interaction/filter.ts';
import type { WhyNot } from '../../shared/domain/interaction/why-not.ts';
import type { Day, LifeCycle } from '../../shared/domain/rows.ts';
import type { ListQuery } from '../../shared/domain/view/query.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Input, Verb } from '../../shared/sync/mutation.ts';
import type { BoardView } from './board.ts';
import type { CaptureCalls } from './capture.ts';
import type { ComposeCalls } from './compose.ts';
import type { DeskCalls } from './desk.ts';
import type { FileCalls } from './file.ts';
import type { ImportCalls } from './import.ts';
import type { ListCalls } from './list.ts';
import type { MergeCalls } from './merge.ts';
import type { PairCalls } from './pairs.ts';
import type { PaletteCalls } from './palette.ts';
import type { PromiseCalls } from './promise.ts';
import type { RhythmCalls } from './rhythm.ts';
import type { RowCalls } from './rows.ts';
import type { RuleCalls } from './rules.ts';
import type {
  CompanyView,
  DealView,
  ExclusionsView,
  Found,
  Happenings,
  HistoryEntry,
  LinkState,
  LogChoice,
  LogPlace,
  OwnFieldsView,
  ParkedView,
  PersonView,
  SidebarState,
  TimelineView,
  TodayView,
} from './state.ts';
import type { TasksView, Team } from './task.ts';
import type { TodayCalls } from './today.ts';

/** Of the row to make, by the caller: the same call again is then the same row. */
type Made = { id?: Id };

export type NewContact = Made & {
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  /** In which a national number was most likely written. */
  country?: string;
  companyName: string | null;
  /** One that is there and was chosen; it goes before name and domain. */
  companyId?: Id;
  /** Domain that makes or finds the company; null for free-mail. */
  domain: string | null;
  address: string | null;
  url: string | null;
  lifeCycle: LifeCycle;
  /** `page`, `gmail`, ... and the page's address */
  channel: string;
  page: string | null;
  private?: boolean;
};

export type NewDeal = Made & {
  title: string;
  amountMinor: number | null;
  currency: string | null;
  expectedClose: Day | null;
  need: string | null;
  contactIds: Id[];
  companyId: Id | null;
  stageId: Id | null;
};

export type HistoryNoun = 'contact' | 'company' | 'deal';

/** What became of a log. */
export type LogAnswer = {
  logged: number;
  already: number;
  /** Of the new entries, and of those that were there. */
  interactionIds: Id[];
  /** Of the new ones alone: what an undo takes back. */
  newIds: Id[];
  /** How many were left out, by reason. */
  leftOut: { why: LeftOut; count: number }[];
  /** It was ended, or the thread was left, before all was looked at. */
  stopped: boolean;
};
/** `probably`: somebody seems to have logged it. `unread`: the page did not give it. */
export type LeftOut = WhyNot['why'] | 'probably' | 'unread';

/** What a note or call is about. */
export type About = { contactIds: Id[]; companyId: Id | null; dealId: Id | null };

/** What can be asked of records, of logs, and of what waits to be sent. */
export type RecordCalls = {
  /** First call on a port. `nonce` for a frame in a page, `tabId` for the side panel, neither for own pages. */
  hello: { in: { nonce: string | null; tabId: number | null }; out: SidebarState };
  select: { in: { key: string }; out: null };
  /** Where logs of the open thread go, as far as it is said; the rest stays as it was said before. */
  chooseTarget: { in: LogChoice; out: null };
  person: { in: { contactId: Id }; out: PersonView | null };
  company: { in: { companyId: Id }; out: CompanyView | null };
  deal: { in: { dealId: Id }; out: DealView | null };
  /** Entries of a row beyond the first; `ask`: what this browser keeps no more is asked of the server. */
  timeline: {
    in: { noun: HistoryNoun; id: Id; wanted: number; ask: boolean; filter: TimelineFilter };
    out: TimelineView;
  };
  ownFields: { in: Record<string, never>; out: OwnFieldsView };
  exclusions: { in: Record<string, never>; out: ExclusionsView };
  /** What changed around a row; `ask`: the server is asked, which alone keeps most of it. */
  happenings: { in: { noun: HistoryNoun; id: Id; limit: number; ask: boolean }; out: Happenings };
  /** Other logs that were joined into an entry. */
  joined: { in: { id: Id }; out: { id: Id; by: string; at: number }[] };
  today: { in: Record<string, never>; out: TodayView };
  tasks: { in: Record<string, never>; out: TasksView };
  team: { in: Record<string, never>; out: Team };
  search: { in: { text: string }; out: Found[] };
  /**
   * Logs messages of the open thread: the selected one, certain ones, or all that are missing. `anyway`: although
   * somebody probably logged it, or nobody wrote it. `add`: the unknown sender first. `to`: for this once.
   */
  log: {
    in: {
      messages: 'selected' | 'missing' | string[];
      anyway?: boolean;
      add?: NewContact;
      private?: boolean;
      to?: LogChoice;
    };
    out: LogAnswer;
  };
  /** What an entry is about, by name, and open deals that it could be about too. */
  logPlace: { in: { id: Id }; out: LogPlace | null };
  /** Ends a log of many messages; what is logged stays. */
  stopLogging: { in: Record<string, never>; out: null };
  addContact: { in: NewContact; out: { contactId: Id; existed: boolean } };
  note: {
    in: Made & {
      text: string;
      about: About;
      page: { url: string; title: string } | null;
      private?: boolean;
      /** Members whose attention it asks for. */
      mentions?: Id[];
      /** Whose draft it was: cleared once it is saved, though the page that typed it may be gone. */
      place?: string;
    };
    out: { interactionId: Id };
  };
  call: {
    in: Made & {
      about: About;
      outcome: string;
      durationS: number | null;
      nextStep: { title: string; dueDay: Day | null } | null;
      private?: boolean;
    };
    out: { interactionId: Id };
  };
  addDeal: { in: NewDeal; out: { dealId: Id } };
  /** `pipelineId` null, or one that is gone: the first one. `query` null: all its deals. */
  board: { in: { pipelineId: Id | null; query: ListQuery | null }; out: BoardView };
  /** What is offered when a deal is lost: the pipeline's reasons, and who competes. */
  losing: { in: { pipelineId: Id }; out: { reasons: string[]; competitors: string[] } };
  /** Any other single change. Resolves when it is durably in the outbox. */
  act: { in: { [V in Verb]: { verb: V; input: Input<V> } }[Verb]; out: { number: number } };
  /** Several changes in one transaction: all or none. */
  actAll: { in: { changes: RecordCalls['act']['in'][] }; out: { number: number } };
  /** A half-typed text, kept per place; null clears it. */
  setDraft: { in: { place: string; text: string | null }; out: null };
  draft: { in: { place: string }; out: { text: string | null } };
  /** Reads the tab's page again (side panel; needs activeTab or a granted site). */
  readPage: { in: Record<string, never>; out: null };
  parked: { in: Record<string, never>; out: ParkedView[] };
  discardParked: { in: { number: number }; out: null };
  /** `typed`: set right, by field. `restore`: what was removed is brought back first. */
  retryParked: {
    in: { number: number; typed?: Record<string, string | number | null>; restore?: boolean };
    out: null;
  };
  /** Who changed what; asked of the server. */
  history: { in: { noun: HistoryNoun | 'interaction'; id: Id }; out: HistoryEntry[] };
  restoreValue: {
    in: { noun: HistoryNoun; id: Id; field: string; value: string | number | null };
    out: null;
  };
  syncNow: { in: Record<string, never>; out: null };
  /** Whether the open thread's log is private; it stands until another thread is shown. */
  setPrivate: { in: { private: boolean }; out: null };
  /** Workspaces of the same person on the same server that are not in this browser; asked of the server. */
  otherWorkspaces: { in: Record<string, never>; out: { id: Id; name: string }[] };
  enter: { in: { workspaceId: Id }; out: LinkState };
};

/** What a sidebar, or another page of ours, can ask of the background: name, input, answer. An area's own stand with its types. */
export type Calls = RecordCalls &
  CaptureCalls &
  ComposeCalls &
  DeskCalls &
  FileCalls &
  ImportCalls &
  ListCalls &
  MergeCalls &
  PairCalls &
  PaletteCalls &
  PromiseCalls &
  RhythmCalls &
  RowCalls &
  RuleCalls &
  TodayCalls;
export type CallName = keyof Calls;

/**
 * Over the port `sidebar`: a call, its answer or error, and the state pushed by the background. `place`: the workspace
 * that the asker saw when it asked; it alone is asked, whatever the tab shows by then.
 */
export type ToBackground =
  | { [N in CallName]: { id: number; call: N; input: Calls[N]['in']; place?: string | null } }[CallName]
  | { ping: true };
export type FromBackground =
  | { id: number; answer: unknown }
  | { id: number; error: { code: string; detail: string | null } }
  | { state: SidebarState }
  /** What its tab's page does to the frame makes a click in it doubtful. */
  | { doubt: true }
  /** Something asked for from outside the sidebar, e.g. by a chord. */
  | { focus: 'note' | 'search' | 'log' | 'task' | 'today' };

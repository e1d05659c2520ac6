import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import type { PromiseTalk } from '../../shared/domain/promise/kinds.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import type { ComposeAsk, ComposeReply, Wish, Writing } from '../messages/compose.ts';
import type { TextToWrite } from '../messages/tab.ts';
import type { MailPlaces } from './places/host.ts';

/** A person in an address header, as shown. */
export type MailPerson = { name: string | null; email: string };

/** The mail that a forward hands on: another message, whose people the forward is about too. */
export type Forwarded = {
  people: MailPerson[];
  /** Under which the original may have been logged; they only suggest. */
  digests: string[];
};

/** A file of a mail: its size as the page says it, or its source. */
export type MailAttachment = { name: string; size: number | null; type: string | null };

/** A file, fetched from the mailbox's own host. */
export type FileRead = {
  name: string;
  type: string | null;
  bytes: Uint8Array<ArrayBuffer>;
  /** What was asked for this, for the ledger. */
  requests: MailRead['requests'];
};

/** One message of the open thread as far as the screen shows it. */
export type MessageSeen = {
  /** Gmail's own id of the message in this mailbox (hex). */
  id: string;
  /** False while collapsed: its text is not in the page. */
  loaded: boolean;
  from: MailPerson;
  to: MailPerson[];
  cc: MailPerson[];
  /** `dg:` keys of its newly written text, so that a colleague's log is seen before a click; none while it is not read. */
  digests: string[];
  /** What it looks like, where nobody seems to have written it: by its sender, its subject and its own text. */
  automatic?: Automatic;
  /** Whom it is about, where a web form's machine sent it. */
  about?: MailPerson;
  /** Files that the page shows under it; of a collapsed one nothing is known. */
  attachments?: MailAttachment[];
  forwarded?: Forwarded;
  /** When the mailbox got it, to the minute, of one that is folded: its text is not in the page. */
  at?: number;
  /** Of a delivery report: addresses that a mail did not reach. */
  failed?: string[];
  /** What its text says of promises: single sentences of it, and when it came as far as the page tells. */
  talk?: PromiseTalk & { at: number | null };
};

export type ThreadSeen = {
  /** Gmail's own id of the thread in this mailbox (hex). */
  id: string;
  subject: string;
  messages: MessageSeen[];
  /** The message the user last opened or pointed at; else the last loaded one. */
  selectedId: string | null;
  /** People of the thread with what headers and signatures tell, the selected message's first. */
  sightings: Sighting[];
};

/** A conversation as its row in a list of the mailbox shows it. */
export type RowSeen = {
  /** Gmail's own id of the conversation in this mailbox (hex), as of an open thread. */
  id: string;
  /** Gmail's own id of its last message, where the row tells it. */
  lastId: string | null;
  subject: string;
  /** Whom the row names, in its order: who wrote last stands last. Oneself is among them. */
  people: MailPerson[];
  /** It names whom one wrote to: in Sent, and wherever only oneself wrote. */
  to: boolean;
  /** Of its last message, to the minute; null where its date is in no form we know. */
  at: number | null;
  /** Messages of the conversation. */
  count: number;
  unread: boolean;
  /** Something unsent of oneself is in it. */
  draft: boolean;
};

/** What stands in a row by another way of reading; each may be left out. */
export type RowFacts = Partial<Pick<RowSeen, 'id' | 'people' | 'subject' | 'count' | 'draft'>> & {
  dateTitle?: string;
};
/** Where a level sees rows that our own reading of the page does not, or more of them. */
export type RowInsight = { rows(): HTMLElement[]; facts(head: HTMLElement): RowFacts };

/** What the mailbox shows now. */
export type MailScreen = {
  account: string;
  thread: ThreadSeen | null;
  /** Addresses of those who wrote the conversations of the list; none while a thread is open. */
  listed: string[];
  theme: 'light' | 'dark';
  /** How close its rows stand; left out while none was seen. */
  density?: 'compact' | 'comfortable';
};

/** One message, read for the log. Made only when the user logs. */
export type MailRead = {
  id: string;
  threadId: string;
  subject: string;
  from: MailPerson;
  to: MailPerson[];
  cc: MailPerson[];
  bcc: MailPerson[];
  /** UTC instant in ms from the original's Date header, else the mailbox's own. */
  at: number;
  direction: 'in' | 'out';
  /** The newly written text, without quotes, forwards and list footers; null unless it was really read. */
  text: string | null;
  bodyState: 'read' | 'empty' | 'subject-only';
  /** `mid:`, `gm:`, `dg:` keys. `mid:` only when the original could be had. */
  fingerprint: string[];
  link: string;
  /** What it is by its own header, where the original could be had and nobody wrote it. */
  automatic?: Automatic;
  /** Whom it is about, where a web form's machine sent it; the log is theirs. */
  about?: MailPerson;
  forwarded?: Forwarded;
  /** Its files, by the page or by the original. */
  attachments?: MailAttachment[];
  /** What its text says of promises. */
  talk?: PromiseTalk;
  /** What was asked of the mailbox's own host for this, for the ledger. */
  requests: { url: string; ok: boolean; bytes: number }[];
};

/** What stands beside a message of the open thread: whether it is logged. */
export type MessageMark = {
  id: string;
  state: 'logged' | 'waiting' | 'probably' | 'none';
  /** In words, for whoever points at it or cannot see it. */
  label: string;
};

/** Of all messages but these no more than so many: a long thread is read in parts. */
export type ReadLimit = { except: readonly string[]; most: number };

/** A mail that left this mailbox while we watched. */
export type MailSent = { threadId: string; messageId: string };

/** To whom a mail that left was written, and what was set for it in its window. */
export type SentWindow = { writing: Writing; wish: Wish };

/**
 * Told of a sent mail, null where its ids could not be had; `read` reads it for the log, from what its window said. Null
 * where that could not be read.
 */
export type SentListener = (
  sent: MailSent | null,
  window: SentWindow | null,
  read: () => Promise<MailRead | null>,
) => void;

/** Who stands behind the compose windows. */
export type ComposeDesk = {
  logOnSend(): boolean;
  /** For all mails from now on. */
  remember(logOnSend: boolean): void;
  ask(ask: ComposeAsk): Promise<ComposeReply | null>;
};

/** Where the one sidebar frame lives now. */
export type PanelPlace = 'global-panel' | 'dock';

/** The mailbox's page behind one interface: by InboxSDK, or by our own DOM reading. Knows neither mirror nor outbox. */
export type MailSurface = {
  readonly level: 'inboxsdk' | 'dom';
  /** What this level knows of the lists' rows beyond our own reading of the page. */
  rows?: RowInsight;
  /** Our signs and pages in the mailbox beside the panel. */
  places?: MailPlaces;
  /** Calls back at once and on every change, until `signal` aborts. */
  watch(listener: (screen: MailScreen) => void, signal: AbortSignal): void;
  /** Reads messages of the open thread whole: opens or fetches collapsed and clipped ones. Rejects with CodedError `mail.unread`. */
  read(messageIds: string[] | 'all', limit?: ReadLimit): Promise<MailRead[]>;
  /** Fetches a file of a message of the open thread. Rejects with CodedError `file.unread` or `file.too_large`. */
  file(messageId: string, file: { name: string; nth: number }): Promise<FileRead>;
  /** Puts a mark beside each of these messages of a thread, in place of those before. */
  mark(threadId: string, marks: readonly MessageMark[]): void;
  /** Puts the frame's element where it can be seen, never reloading it; `placed` is told where, each time it moved. */
  place(frame: HTMLElement, placed: (place: PanelPlace) => void): void;
  /** Shows or hides the panel, as by the toolbar icon or the chord. */
  toggle(open?: boolean): void;
  watchSent(listener: SentListener, signal: AbortSignal): void;
  /** Fills compose windows: a switch for the log, reminders, templates, a look before sending. */
  offerCompose(desk: ComposeDesk): void;
  /** Types a text into a compose window, or into a new one; false: there is none to type into. */
  write?(text: TextToWrite): Promise<boolean>;
  /** What was told of the desk has changed. */
  refreshCompose(): void;
};

import type { Sighting } from '../../shared/identity/sighting.ts';
import type { MailHealth } from '../gmail/health.ts';
import type {
  MailPerson,
  MailRead,
  MailScreen,
  MailSent,
  MessageMark,
  ReadLimit,
  RowSeen,
} from '../gmail/surface.ts';
import type { Taught } from '../recognisers/taught/recipe.ts';
import type { TaughtPerson } from './capture.ts';
import type { ComposeAsk, ComposeReply, Wish, Writing } from './compose.ts';
import type { PlaceAsk, PlacesState, Suggestion } from './places.ts';
import type { RowChips } from './rows.ts';

/** What a web page shows, as its reader saw it. */
export type PageScreen = {
  url: string;
  title: string;
  readable: boolean;
  selection: string | null;
  sightings: Sighting[];
  /** Recipes that were read where they were shown, and how many each found. */
  taught?: { id: string; found: number }[];
  /** Addresses of vCards that the page links to on its own host. */
  cards?: string[];
};

/** From a content script to the background, by runtime.sendMessage; validated there, the page's side is hostile. */
export type FromTab =
  /** Sent at document_start, so that the worker and its index are warm. */
  | { type: 'wake' }
  /** The nonce of the one frame this tab's content script made. */
  /** `route`: of a page of ours in the mailbox's main part, beside the one sidebar. */
  | { type: 'frame'; nonce: string; route?: boolean }
  | { type: 'mail'; screen: MailScreen; level: 'inboxsdk' | 'dom' }
  /** Rows of a list that are on the screen or about to be, at most 300; answered by what is to stand on them. */
  | { type: 'rows'; rows: RowSeen[] }
  | ({ type: 'sent' } & SentHere)
  /** Something of ours in the mailbox was clicked, or a chord typed there, for real. */
  | { type: 'place'; ask: PlaceAsk }
  /** Who of the open conversation is pointed at. */
  | { type: 'pointed'; email: string }
  /** What is being typed into the mailbox's own search; answered in `suggestions`. */
  | { type: 'suggest'; query: string }
  /** What compose windows ask, answered in `compose`. */
  | { type: 'compose'; ask: ComposeAsk }
  /** The switch in a compose window; remembered for all. */
  | { type: 'set-log-on-send'; on: boolean }
  /** How reading the mailbox's page fares: names and counts only. */
  | { type: 'health'; health: MailHealth }
  | { type: 'page'; screen: PageScreen }
  /** Asks for `page-reader.js` in the sender's tab (scripting.executeScript, frame 0); answered once it ran. It sends `page` itself. */
  | { type: 'read-me' }
  /** Asks how the pages of this site are read, as somebody showed. */
  | { type: 'recipes' }
  /** What somebody pointed at, where the sidebar asked for it; null: they ended it. */
  | { type: 'taught'; taught: TaughtHere | null }
  /** The page does something to the sidebar's frame: what is clicked in it now may be meant for something else. */
  | { type: 'doubt' };

/**
 * A mail that left. `read` only where it is to be logged; `sent` null where its ids could not be had. `writing` and `wish`:
 * to whom it went and what was set for it, where its window had a bar of ours.
 */
export type SentHere = {
  sent: MailSent | null;
  read: MailRead | null;
  writing: Writing | null;
  wish: Wish | null;
};

/** `shape`: JSON of a `Shape`, see recognisers/taught/recipe.ts. */
export type TaughtHere = {
  kind: 'person' | 'company';
  shape: string;
  found: number;
  people: TaughtPerson[];
};

/** What a content script's message is answered with. */
export type TabSettings = {
  logOnSend: boolean;
  paired: boolean;
  locale: 'en' | 'zh-CN' | 'zh-TW';
  /** In an answer: what the mailbox's own search may suggest. */
  suggestions?: Suggestion[];
  /** In an answer to a compose window. */
  compose?: ComposeReply;
  /** In an answer: whether the page it came from may be looked at. */
  look?: boolean;
  /** In an answer: some rule logs by itself, so that what is sent is read for it. */
  rules?: boolean;
  /** In an answer: what was shown for its site. */
  recipes?: Taught[];
  /** Whether anything is to stand on the rows of a list. */
  rowChips: boolean;
  /** In an answer to rows: what is to stand on them; rows on which nothing stands are left out. */
  chips?: RowChips[];
};

/** A file of a message; `nth` among those of the same name. */
export type WantedFile = { messageId: string; name: string; nth: number };

/** `key`: of the window it goes into; null: a new one to `to`. `isOpen`: it has fields that were left open. */
export type TextToWrite = {
  key: string | null;
  to: MailPerson | null;
  subject: string | null;
  text: string;
  isOpen: boolean;
};

/** From the background to a tab's content script, by tabs.sendMessage to frame 0. */
export type ToTab =
  | { type: 'read-mail'; messageIds: string[] | 'all'; limit?: ReadLimit }
  /** A file of the open thread, part by part. */
  | ({ type: 'read-file'; part: number } & WantedFile)
  | { type: 'toggle'; open: boolean | null }
  | { type: 'marks'; threadId: string; marks: MessageMark[] }
  | { type: 'settings'; settings: TabSettings }
  /** What stands on the rows of the list may be old: they are asked for again. */
  | { type: 'rows-changed' }
  /** Shows a page of ours in the mailbox; answered by `ok` where that can be. */
  | { type: 'go'; path: string }
  /** What our signs in the mailbox say. */
  | { type: 'places'; places: PlacesState }
  /** Opens a conversation in this tab. */
  | { type: 'open-thread'; threadId: string }
  /** Types a text into a window, or into a new one; answered by `ok` where it stands there. */
  | ({ type: 'write' } & TextToWrite)
  | { type: 'read-page' }
  /** Shows where a fact stood, a number of its reading; null: no more. */
  | { type: 'point'; at: number | null }
  | { type: 'pick-end' }
  /** Reads the vCard of this address, which the page links to; answered by a `CardAnswer`. */
  | { type: 'read-card'; url: string };

/** `status`: null where nothing answered. */
export type CardAnswer = { sightings: Sighting[]; status: number | null; bytes: number };

/** A part of a file, in base64; what was asked of the mailbox for it comes with the first. */
export type FilePartRead = {
  type: string | null;
  size: number;
  bytes: string;
  requests: MailRead['requests'];
};

export type FromTabAnswer =
  | { file: FilePartRead }
  | { reads: MailRead[] }
  | { screen: PageScreen }
  | { error: string }
  | { ok: true };

import type { Instant } from '../../shared/domain/rows.ts';
import type { StakeReason } from '../../shared/domain/stake/order.ts';
import type { Id } from '../../shared/kit/id.ts';

/** Rows in one message of a mailbox's tab, and people whom a row may name. Gmail shows at most 100 rows a page. */
export const mostRows = 300;
export const mostNamed = 20;

/** What can stand on a row. */
export const rowChipKinds = ['stage', 'due', 'lead', 'promise', 'logged', 'owner'] as const;
export type RowChipKind = (typeof rowChipKinds)[number];

export type RowChip = {
  kind: RowChipKind;
  text: string;
  tone: 'plain' | 'info' | 'success' | 'warning' | 'danger';
  /** Of the mark before the text, `#rrggbb`; nothing is told by it alone. */
  colour: string | null;
};

/** What is to stand on a row: finished words, so that the page's side gets no more than it shows. */
export type RowChips = {
  /** The conversation's, as the row tells it. */
  id: string;
  /** At most three, the weightiest first: where a row is narrow the others do not fit. */
  chips: RowChip[];
  /** All that is known of it, a line each. */
  whole: string[];
};

/** Of which kind a conversation is for the filters of the inbox by what is at stake. */
export const inboxFilters = ['answer', 'due', 'deal', 'lead', 'mine'] as const;
export type InboxFilter = (typeof inboxFilters)[number];

/** A conversation of the mailbox's lists, with why it stands where it does. */
export type InboxRow = {
  id: string;
  subject: string;
  /** Whom it is with, in words. */
  who: string;
  company: string | null;
  at: Instant | null;
  unread: boolean;
  deal: {
    id: Id;
    title: string;
    stage: string | null;
    amountMinor: number | null;
    currency: string | null;
  } | null;
  /** What is to be done next about it. */
  task: string | null;
  /** All reasons together. */
  points: number;
  /** The weightiest first. */
  reasons: StakeReason[];
  filters: InboxFilter[];
};
/** `seen`: rows that the tab has shown; only of those anything is known here. */
export type InboxView = { rows: InboxRow[]; seen: number };

export type RowCalls = {
  /** What the tab's lists showed, ordered by what is at stake. `seen`: how many rows the asker knows of. */
  inbox: { in: { seen: number }; out: InboxView };
  /** Opens a conversation of the tab's mailbox in that tab. */
  openThread: { in: { threadId: string }; out: null };
};

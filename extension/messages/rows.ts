/** Rows in one message of a mailbox's tab, and people whom a row may name. Gmail shows at most 100 rows a page. */
export const mostRows = 300;
export const mostNamed = 20;

/** What can stand on a row, in the order in which it does. */
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
  /** At most three. */
  chips: RowChip[];
  /** All that is known of it, a line each. */
  whole: string[];
};

import type { LevelOnScreen } from './level.ts';
import type { RowChipKind } from './rows.ts';
import type { LedgerEntry, LinkState, Locale, Theme } from './state.ts';

/** What a browser can be asked that belongs to no workspace, also while it has none. */
export type DeskCalls = {
  pair: { in: { link: string; deviceName: string }; out: LinkState };
  /** Forgets a workspace of this browser. */
  unpair: { in: { place: string }; out: null };
  /** Forgets them all, unless something waits to be sent and it was not said that it may be lost; answers how much. */
  leave: { in: { anyway: boolean }; out: { waiting: number } };
  /** Pairs with the server whose page the tab shows, once the user has read its address. */
  takeOffer: { in: { deviceName: string }; out: LinkState };
  declineOffer: { in: Record<string, never>; out: null };
  switchPlace: { in: { place: string }; out: null };
  /** Mail of this mailbox goes there; null: to the current one. */
  bindMailbox: { in: { account: string; place: string | null }; out: null };
  setMailboxPrivate: { in: { account: string; private: boolean }; out: null };
  /** Mailboxes that were bound or made private, for the settings page. */
  mailboxes: {
    in: Record<string, never>;
    out: { account: string; bound: string | null; private: boolean }[];
  };
  /** The user has read that a workspace ended. */
  readEnded: { in: Record<string, never>; out: null };
  setLocale: { in: { locale: Locale | null }; out: null };
  setLogOnSend: { in: { on: boolean }; out: null };
  /** Whether anything stands on the rows of lists, and what of it is left out. */
  setRowChips: { in: { on?: boolean; leftOut?: RowChipKind[] }; out: null };
  /** null: as the page around it, else as the browser. */
  setTheme: { in: { theme: Theme | null }; out: null };
  /** Shows a full page: in the asker's mailbox where it can be, else in a tab of its own. */
  goTo: { in: { path: string }; out: null };
  ledger: { in: Record<string, never>; out: LedgerEntry[] };
  /** A content-free line about levels and versions that a user can paste into an issue; `levels`: of every mailbox that is open. */
  health: { in: Record<string, never>; out: { line: string; levels: LevelOnScreen[] } };
};

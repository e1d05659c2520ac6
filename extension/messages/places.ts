import type { Id } from '../../shared/kit/id.ts';

/** What a click on something of ours in the mailbox, or a chord typed there, asks for. */
export const placeAsks = ['today', 'log', 'note', 'task', 'search', 'record'] as const;
export type PlaceAsk = (typeof placeAsks)[number];

/** What our signs in the mailbox say: how much is due, and how the open conversation is logged. */
export type PlacesState = {
  /** As the toolbar's own badge: empty, a number, or a sign. */
  due: string;
  log: { logged: number; all: number } | null;
};

/** Somebody, or a deal, that what is typed into the mailbox's search may mean. */
export type Suggestion = {
  noun: 'contact' | 'company' | 'deal';
  id: Id;
  title: string;
  detail: string | null;
  email: string | null;
};

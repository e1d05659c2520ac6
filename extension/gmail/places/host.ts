import type { PlaceAsk, PlacesState, Suggestion } from '../../messages/places.ts';

/** What our signs and pages in the mailbox ask for; only what somebody really clicked or typed comes here. */
export type PlacesHost = {
  ask(ask: PlaceAsk): void;
  /** A frame with a page of ours, which the background knows; null once nobody is there any more. */
  frame(path: string): Promise<HTMLIFrameElement | null>;
  suggest(query: string): Promise<Suggestion[]>;
  /** Somebody of the open conversation is pointed at. */
  pointed(email: string): void;
  /** The page of ours that the mailbox was opened at, where it was. */
  landed: string | null;
};

/** Our signs and pages in the mailbox, at a level that has any. */
export type MailPlaces = {
  begin(host: PlacesHost): void;
  say(state: PlacesState): void;
  /** Shows a page of ours in the mailbox's main part; false where there is none. */
  go(path: string): boolean;
};

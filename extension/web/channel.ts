import type { FromBackground, ToBackground } from '../messages/calls.ts';

/**
 * Between the pages of this origin and the one worker among their workers that has the rooms. By name and not by a
 * port of its own, so that pages find it again when another worker has taken over.
 */
export const channelName = 'sidebook';

export type FromPage =
  /** Asks for a port; answered at once with `here`. */
  { from: string; open: true } | { from: string; message: ToBackground };
export type ToPage =
  | { to: string; here: string }
  | { to: string; message: FromBackground }
  /** There is no such port any more. */
  | { to: string; gone: string };
/** Among workers, and to all pages. */
export type ToAll =
  /** A worker has taken the lead. */
  | { leads: string }
  /** A worker of this build waits; one of another build makes room. */
  | { waits: string };
export type OnChannel = FromPage | ToPage | ToAll;

/** Held by the worker that has the rooms. */
export const leadLock = 'sidebook background';
/** Held by a page for as long as it lives. */
export const pageLock = (page: string): string => `sidebook page ${page}`;

import type { NationalReader } from '../../shared/identity/phone.ts';
import { registrableOf } from '../../shared/identity/registrable.ts';

/** What takes large tables: the public suffix list, and the numbering plans of all countries. */
export type Tables = { registrable(host: string): string | null; readNational: NationalReader };

let tables: Tables = { registrable: registrableOf, readNational: () => null };
let reading: Promise<void> | null = null;
let source: (() => Promise<Tables>) | null = null;

/** They are at hand: in the extension, whose worker may load nothing later. */
export function haveTables(these: Tables): void {
  tables = these;
}

/** They are read when they are first needed: 90 kB that the first view of the page for phones does without. */
export function tablesFrom(read: () => Promise<Tables>): void {
  source = read;
}

/** To be awaited before something is written that follows from them. */
export function readTables(): Promise<void> {
  if (!source) return Promise.resolve();
  // Where they cannot be had, the small ones have to do: nobody's contact is refused for it.
  reading ??= source().then(haveTables, (cause: unknown) => {
    reading = null;
    reportError(cause);
  });
  return reading;
}

/** The registrable name of a host. */
export const registrable = (host: string): string | null => tables.registrable(host);
/** A national number in its country: E.164 or null. */
export const readNational: NationalReader = (text, country) => tables.readNational(text, country);

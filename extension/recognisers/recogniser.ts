import type { Evidence, Sighting } from '../../shared/identity/sighting.ts';
import type { Line } from './lines.ts';
import type { Memory } from './memory.ts';
import type { Survey } from './survey.ts';
import type { Taught } from './taught/recipe.ts';

/** What a recogniser looks at. No computed style and no layout: it runs on any DOM, in Node too. */
export type Page = { document: Document; url: string; places?: Places; memory?: Memory; recipes?: Taught[] };

/** Remembers nodes for as long as their reading counts, so that a fact can be shown where it stood. */
export type Places = { mark: (node: Node) => number };

/**
 * Work that can be put down at any `yield` and taken up in the next idle slice; its result is what it saw.
 * A step between two yields stays well below a millisecond on any page.
 */
export type Reading<T> = Generator<void, T, void>;

export type Recogniser = {
  /** What it reads, and what it puts as source on every fact it sees. */
  source: Evidence;
  read: (page: Page) => Reading<Sighting[]>;
  /** What of a page it reads: where all of it is as it was, nothing is read again. Without it, it reads every time. */
  looksAt?: (survey: Survey) => readonly (Element | Line)[];
};

/**
 * A piece of a page and what it shows. Each is a test for its own recogniser, a negative one for all others
 * but those in `also`, and a row of docs/recognition.md.
 */
export type Example = {
  shows: string;
  html: string;
  url?: string;
  /** What was shown for its site. */
  recipes?: Taught[];
  /** `person Ada Byron <email:ada@acme.com>`: kind, name, keys in the order seen. */
  sees: string[];
  also?: Evidence[];
};

/** Bounds of one reading: beyond them a page is not read further (trust.md: hostile pages). */
export const bounds = {
  /** People of a page, and what one reader sees. */
  sightings: 200,
  /** Companies of a page: a directory of members has more of them than people. */
  companies: 300,
  /** Text of one field, in UTF-16 units. */
  field: 2_000,
  /** Structured data in one script. */
  script: 1_000_000,
  /** Things in structured data. */
  things: 2_000,
  depth: 12,
  /** Lines of text. */
  lines: 60_000,
  /** Nodes of a page, and the text in these in UTF-16 units. */
  nodes: 400_000,
  text: 3_000_000,
} as const;

/** Runs a reading to its end at once. */
export function readAll<T>(reading: Reading<T>): T {
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

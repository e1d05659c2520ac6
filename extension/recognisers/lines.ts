import type { Mention } from './person/sign.ts';
import { visible } from './visible.ts';

/** A line of text as a reader sees it: what stands between two breaks of the layout, whatever inline elements cut it. */
export type Line = {
  text: string;
  tag: string;
  element: Element;
  /** The names in it, once they were looked for. */
  mentions?: readonly Mention[] | undefined;
  /** The country as of which it was looked through and holds no address and no number to call; null for none. */
  silentIn?: string | null | undefined;
  /** Looked through, and it calls no number an order's or a customer's. */
  isUnnumbered?: boolean;
};

/** Elements that do not break a line. All others do, so an unknown element never glues two words together. */
export const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Longest line that is read, in UTF-16 units. */
export const longestLine = 4_000;

/** White space that a line does not show as it is; a space alone is most of it. */
const odd = /[^\S ]| {2}/;

/** One line of what stood in several nodes. */
export const lineOf = (raw: string): string => {
  const text = visible(raw).trim();
  return odd.test(text) ? text.replace(/\s+/g, ' ') : text;
};

import { plain } from '../dom.ts';
import type { Line } from '../lines.ts';
import type { Reading } from '../recogniser.ts';

/** How many lines stand at the same place of alike parts of a page, and how many of these read as names. */
export type Column = { lines: number; names: number };

/** Ancestors that make a line's place; cards differ above these and are alike within. */
const levels = 5;
/** A line longer than this is no name and no title. */
export const longestCell = 90;

/**
 * Where a line stands: the tags and classes around it. Alike for the same part of every card, list item or table row.
 * @param isByCell tells the columns of a table apart: of a list of people, not of a grid of them
 */
export function makePlaces(isByCell: boolean): (element: Element) => string {
  const own = new Map<Node, string>();
  // Children of one element share what stands around them: behind their own step, and where they have none.
  const around = new Map<Node, { behind: string; alone: string }>();
  const stepAt = (element: Element): string => {
    let step = own.get(element);
    if (step === undefined) {
      step = transparent.has(plain(element).localName) ? '' : stepOf(element, isByCell);
      own.set(element, step);
    }
    return step;
  };
  const look = (from: Node | null): { behind: string; alone: string } => {
    const steps: string[] = [];
    let at = from;
    for (let left = levels; at?.nodeType === 1 && left > 0; left--) {
      const step = stepAt(at as Element);
      // Some cards of a row link the name and some do not.
      if (step !== '') steps.push(step);
      at = plain(at).parentNode;
    }
    const behind = steps.slice(0, levels - 1).map((step) => `<${step}`);
    return { behind: behind.join(''), alone: steps.join('<') };
  };
  return (element) => {
    const outer = plain(element).parentNode;
    let known = outer ? around.get(outer) : undefined;
    if (!known) {
      known = look(outer);
      if (outer) around.set(outer, known);
    }
    const step = stepAt(element);
    return step === '' ? known.alone : step + known.behind;
  };
}

/** Cells of a table are told apart by their column. */
function cellOf(element: Element): number {
  let count = 0;
  let at: Element | null = element.previousElementSibling;
  for (; at && count < 20; at = at.previousElementSibling) count++;
  return count;
}

const transparent = new Set(['a', 'span', 'font']);

/** Without what tells one card from the next: "odd", "first", "item-12". */
function stepOf(element: Element, isByCell: boolean): string {
  const own = plain(element);
  // By its node, for some DOMs make the text of a class anew each time.
  const classes = own.getAttributeNode('class')?.value;
  const tag = own.localName;
  const name = isByCell && (tag === 'td' || tag === 'th') ? `${tag}${cellOf(element)}` : tag;
  if (!classes) return name;
  const words = classes
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => !/^(?:odd|even|first|last|active|current|selected|left|right|alt\d?)$|\d/i.test(word));
  return words.length > 0 ? `${name}.${words.slice(0, 3).join('.')}` : name;
}

/** Counts, for the places of the names given, all lines that stand at these. */
export function* columnsOf(
  lines: readonly Line[],
  named: ReadonlySet<number>,
  placeOf: (element: Element) => string,
): Reading<Map<number, Column>> {
  const tags = new Set([...named].map((at) => lines[at]?.tag ?? ''));
  const columns = new Map<string, Column>();
  const places = new Map<number, Column>();
  for (const at of named) {
    const line = lines[at];
    if (!line) continue;
    const place = placeOf(line.element);
    const column = columns.get(place) ?? { lines: 0, names: 0 };
    column.names++;
    columns.set(place, column);
    places.set(at, column);
  }
  const isTransparent = [...transparent].some((tag) => tags.has(tag));
  for (const [count, line] of lines.entries()) {
    if (count % 500 === 499) yield;
    if (!(isTransparent || tags.has(line.tag) || transparent.has(line.tag)) || line.text.length > longestCell)
      continue;
    const column = columns.get(placeOf(line.element));
    if (column) column.lines++;
  }
  return places;
}

import type { Line } from '../lines.ts';
import type { Reading } from '../recogniser.ts';
import { type Column, columnsOf, longestCell, makePlaces } from './columns.ts';
import type { Weighed } from './evidence.ts';
import { isPersonLabel, isTitle } from './titles.ts';

const headings = new Set(
  'h1 h2 h3 h4 h5 h6 strong b dt th figcaption caption cite legend summary'.split(' '),
);

/** Titles above and below, headings, and what stands at the same place of other cards. */
export function* addPlaces(placed: readonly Weighed[], lines: readonly Line[]): Reading<void> {
  const entries = placed.filter(({ signs }) => signs.has('whole') || signs.has('head'));
  const named = new Set(
    entries
      .filter(
        ({ signs }) =>
          signs.has('given') ||
          signs.has('givenOrdinary') ||
          signs.has('family') ||
          signs.has('eastern') ||
          signs.has('titleBeside'),
      )
      .map(({ line }) => line),
  );
  const placeOf = makePlaces(true);
  const columns = new Map<number, ColumnSign>();
  if (named.size > 1) {
    const all = new Set(entries.map(({ line }) => line));
    const hasCells = [...all].some((at) => lines[at]?.tag === 'td');
    for (const place of hasCells ? [placeOf, makePlaces(false)] : [placeOf]) {
      addColumns(columns, named, yield* columnsOf(lines, all, place));
      yield;
    }
  }
  const names = new Set(entries.map(({ line }) => line));
  // A line that names somebody itself is no title of the next.
  for (const { line, signs } of placed)
    if (signs.has('label') || signs.has('titleBeside') || signs.has('honorific')) names.add(line);
  for (const [count, { line, signs }] of placed.entries()) {
    if (count % 20 === 19) yield;
    const at = lines[line];
    if (!at) continue;
    if (headings.has(at.tag)) signs.add('heading');
    if (at.tag === 'a') signs.add('link');
    if (signs.has('whole') && (lines[line - 1]?.text.length ?? 0) > 120) signs.add('afterProse');
    const column = columns.get(line);
    if (column && (signs.has('whole') || signs.has('head'))) signs.add(column);
  }
  const titled = placed.filter(({ signs, title }) => signs.has('whole') && !title);
  const titles = new Set<number>();
  for (const [count, one] of titled.entries()) {
    if (count % 20 === 19) yield;
    const label = lines[one.line - 1];
    if (label && label.text.length < 30 && isPersonLabel(label.text)) one.signs.add('label');
    const below = lines[one.line + 1];
    if (below && below.text.length <= longestCell && !names.has(one.line + 1) && isTitle(below.text)) {
      one.title = below.text;
      one.signs.add('titleBelow');
      titles.add(one.line + 1);
    }
  }
  // What stands where others have their titles is a title: "Happiness Wizard".
  const titlePlaces = new Map<string, number>();
  for (const at of titles) {
    const element = lines[at]?.element;
    if (element) titlePlaces.set(placeOf(element), (titlePlaces.get(placeOf(element)) ?? 0) + 1);
  }
  yield;
  for (const one of titles.size > 1 ? titled : []) {
    const below = lines[one.line + 1];
    if (one.title || !below || !(one.signs.has('column') || one.signs.has('columnSome'))) continue;
    if (named.has(one.line + 1) || below.text.length > 60 || /[@\d]|[.!?]$/.test(below.text)) continue;
    if ((titlePlaces.get(placeOf(below.element)) ?? 0) < 2) continue;
    one.title = below.text;
    one.signs.add('titleBelow');
  }
  // A title above is taken where titles do not stand below the names.
  const isBelow = titled.filter(({ signs }) => signs.has('titleBelow')).length * 2 >= titled.length;
  for (const one of titled) {
    const above = lines[one.line - 1];
    if (
      one.title ||
      (isBelow && titled.length > 1) ||
      !above ||
      above.text.length > 60 ||
      names.has(one.line - 1)
    )
      continue;
    if (isTitle(above.text)) {
      one.title = above.text.replace(/\s*[:：]\s*$/u, '');
      one.signs.add('titleAbove');
      titles.add(one.line - 1);
    }
  }
  // What somebody does names nobody: "Fachärztin für Innere Medizin".
  for (const { line, signs } of placed) if (titles.has(line)) signs.add('longer').add('number');
}

type ColumnSign = 'column' | 'columnSome' | 'columnFew';
const order: readonly (ColumnSign | null)[] = [null, 'columnFew', 'columnSome', 'column'];

/** Whether the lines at one place of alike parts are names. Of two ways to see columns the one that says more counts. */
function addColumns(
  signs: Map<number, ColumnSign>,
  named: ReadonlySet<number>,
  columns: ReadonlyMap<number, Column>,
): void {
  const known = new Map<Column, number>();
  for (const line of named) {
    const column = columns.get(line);
    if (column) known.set(column, (known.get(column) ?? 0) + 1);
  }
  for (const [line, column] of columns) {
    const sign = signOf(column, known.get(column) ?? 0);
    if (sign && order.indexOf(sign) > order.indexOf(signs.get(line) ?? null)) signs.set(line, sign);
  }
}

function signOf({ lines, names }: Column, known: number): ColumnSign | null {
  const share = known / Math.max(1, lines);
  if (known >= 2 && names / lines >= 0.7 && share >= 0.4) return 'column';
  if (known >= 3 && share >= 0.25) return 'columnSome';
  return lines >= 5 && share < 0.2 ? 'columnFew' : null;
}

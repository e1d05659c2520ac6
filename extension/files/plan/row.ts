import type { PlannedProblem, ProblemCode } from '../../../shared/domain/import/planned.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { splitCell } from '../values/several.ts';

/** A cell with what its column is called. */
export type Cell = { text: string; header: string; column: number };
const SHOWN = 100;

/** Text as a field keeps it: no controls, no half characters, nothing around it. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|\ufeff/gu, '')
    .trim();

/** At most so long, and no half character at the end. */
export const cutText = (text: string, max: number): string =>
  text.length <= max
    ? text
    : text
        .slice(0, max)
        .replace(/\p{Cs}$/u, '')
        .trim();

/** What a spreadsheet made of a long number: its last digits are gone, and thousands of others look the same. */
export const isMangled = (text: string): boolean => /^\d(?:[.,]\d+)?E\+\d{1,2}$/i.test(text.trim());

/** One row by the targets of its columns; collects what could not be taken. */
export class Row {
  readonly problems: PlannedProblem[] = [];
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<string, readonly { header: string; column: number }[]>;
  constructor(
    cells: readonly string[],
    columns: ReadonlyMap<string, readonly { header: string; column: number }[]>,
  ) {
    this.#cells = cells;
    this.#columns = columns;
  }

  /** Every filled cell of a target, in the file's order. */
  all(target: string): Cell[] {
    const columns = this.#columns.get(target);
    if (!columns) return [];
    return columns.flatMap(({ header, column }) => {
      const text = cleanText(this.#cells[column] ?? '');
      return text === '' ? [] : [{ text, header, column }];
    });
  }

  /** Ids of a target, several of a cell apart; one that a spreadsheet cut short is none. */
  ids(target: string): string[] {
    return this.all(target).flatMap((cell) =>
      splitCell(cell.text).flatMap((text) => {
        if (!isMangled(text)) return [text];
        this.problem('number.invalid', { ...cell, text });
        return [];
      }),
    );
  }

  first(target: string): Cell | null {
    return this.all(target)[0] ?? null;
  }

  /** A text of at most `max`; longer ones are cut, and that is told. */
  text(target: string, max: number = limits.name): string | null {
    const cell = this.first(target);
    return cell && this.cut(cell, max);
  }

  cut(cell: Cell, max: number): string {
    if (cell.text.length <= max) return cell.text;
    this.problem('text.long', cell);
    return cutText(cell.text, max);
  }

  /** What `read` makes of the cell; null, and a problem, where it makes nothing. `undefined`: the cell says nothing. */
  read<T>(target: string, code: ProblemCode, read: (text: string) => T | null | undefined): T | null {
    const cell = this.first(target);
    if (!cell) return null;
    const value = read(cell.text);
    if (value === null) this.problem(code, cell);
    return value ?? null;
  }

  problem(code: ProblemCode, cell: Cell | null, fatal?: boolean): void {
    this.problems.push({
      code,
      column: cell?.header ?? null,
      text: cell ? cutText(cell.text, SHOWN) : null,
      ...(fatal && { fatal }),
    });
  }
}

/** What a spreadsheet would run as a formula: after whatever it skips, one of these, in either width. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;
/** A mark of our own that stands there already: one more, so that the reader takes off only ours. */
const marked = /^'+[\s\p{Cc}\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;

/** A cell that no spreadsheet runs: marked by an apostrophe, which our reader takes off again. */
const neutral = (cell: string): string => (formula.test(cell) || marked.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** One line of a CSV (RFC 4180), with its end. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(neutral(cell))).join(',')}\r\n`;

/** What Excel needs to read UTF-8. */
export const byteOrderMark = '\ufeff';

/** What a table program skips before it looks whether a cell is a formula: spaces, controls, marks without width. */
const skipped = /^[\s\p{Cc}\p{Cf}\p{Zs}]*/u;
/** The signs that begin a formula, and their full-width twins. */
const formula = /^[=+\-@＝＋－＠]/u;

/** Excel reads UTF-8 only behind a byte order mark. */
export const csvMark = '\ufeff';

/** A row of RFC 4180. Text that a table program would run as a formula gets a quote sign in front. */
export const csvLine = (cells: unknown[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const text = String(value);
  const isRisky = formula.test(text.replace(skipped, '')) || /^[\t\r]/.test(text);
  const safe = isRisky ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row as flat columns: objects by path, lists of objects as text. */
export function flat(row: object, under = ''): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(row)) {
    const name = `${under}${field}`;
    if (Array.isArray(value)) cells[name] = value.map(itemText).join('; ');
    else if (typeof value === 'object' && value !== null) Object.assign(cells, flat(value, `${name}.`));
    else cells[name] = value;
  }
  return cells;
}

/** `email:a@b.example`, `Anna <a@b.example> (to)`. */
function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { kind, value, name, email, role } = item as Record<string, string | null>;
  if (kind !== undefined) return `${kind}:${value}`;
  if (email !== undefined) return `${name ?? ''} <${email}> (${role})`.trim();
  return JSON.stringify(item);
}

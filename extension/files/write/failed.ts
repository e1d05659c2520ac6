import type { Table } from '../table.ts';
import { byteOrderMark, csvLine } from './csv.ts';

/**
 * Rows that were not taken, as the file wrote them, with the reasons behind: to be set right and imported again.
 * @param failed a row's number and what was wrong with it; several of one row stand in one cell
 * @param reasonHeader what the last column is called
 */
export function failedCsv(
  table: Pick<Table, 'columns' | 'rows'>,
  failed: readonly { row: number; reason: string }[],
  reasonHeader: string,
): string {
  const reasons = new Map<number, string[]>();
  for (const { row, reason } of failed) reasons.set(row, [...(reasons.get(row) ?? []), reason]);
  const lines = [...reasons]
    .sort(([one], [other]) => one - other)
    .flatMap(([row, texts]) => {
      const cells = table.rows[row - 1];
      return cells ? [csvLine([...cells, texts.join('; ')])] : [];
    });
  const headers = table.columns.map(({ header }) => header);
  return byteOrderMark + csvLine([...headers, reasonHeader]) + lines.join('');
}

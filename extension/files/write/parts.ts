import type { OwnField } from '../../../shared/domain/rows.ts';
import type { ExportFormat } from '../../messages/export.ts';
import type { OwnNoun } from '../columns/target.ts';
import { exportColumns } from './columns.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import type { ExportRecord } from './record.ts';
import { vcardOf } from './vcard.ts';

/** How a file begins, what a part of its rows is, and how it ends: parts are made one by one and joined by the page. */
export type Writer = {
  head: string;
  /** @param first whether no row was written before */
  rows(records: readonly ExportRecord[], first: boolean): string;
  tail: string;
};

export function writerOf(format: ExportFormat, noun: OwnNoun, ownFields: readonly OwnField[]): Writer {
  switch (format) {
    case 'csv': {
      const columns = exportColumns(noun, ownFields);
      return {
        head: byteOrderMark + csvLine(columns.map(({ header }) => header)),
        rows: (records) =>
          records.map((record) => csvLine(columns.map((column) => cellOf(record, column)))).join(''),
        tail: '',
      };
    }
    case 'json':
      return {
        head: `{"sidebook":"${noun}","rows":[\n`,
        rows: (records, first) =>
          records
            .map((record, at) => (first && at === 0 ? '' : ',\n') + JSON.stringify(plain(record)))
            .join(''),
        tail: '\n]}\n',
      };
    case 'vcard':
      return {
        head: '',
        rows: (records) => (noun === 'deal' ? '' : records.map((record) => vcardOf(noun, record)).join('')),
        tail: '',
      };
  }
}

const plain = (record: ExportRecord): Record<string, string | string[]> =>
  Object.fromEntries(
    [...record].map(([target, values]) => [target, values.length === 1 ? (values[0] ?? '') : values]),
  );

function cellOf(record: ExportRecord, { target, at }: ReturnType<typeof exportColumns>[number]): string {
  const values = record.get(target) ?? [];
  if (target.endsWith('.keys')) return values.join('\n');
  if (at !== null) return values[at] ?? '';
  // The third address and all after it stand in one cell.
  return values.slice(target === 'contact.email' ? 2 : 0).join('; ');
}

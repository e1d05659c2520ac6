import type { OwnField, OwnValue } from '../../../shared/domain/rows.ts';

/** A number as people type it: spaces and apostrophes between the thousands, a comma for the point; null where it is none. */
export function readNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s_'’]/g, '');
  const point = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const others = plain.slice(0, Math.max(0, point)).replace(/[.,]/g, '');
  const text = point < 0 ? plain : `${others}.${plain.slice(point + 1)}`;
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

/** What is kept of a typed text; null clears the field. Money, persons and yes-no are not typed. */
export function readOwn(field: Pick<OwnField, 'kind'>, typed: string): { value: OwnValue } | null {
  const text = typed.trim();
  if (!text) return { value: null };
  if (field.kind === 'yes-no') return { value: text === '1' ? 1 : 0 };
  if (field.kind !== 'number') return { value: text };
  const value = readNumber(text);
  return value === null ? null : { value };
}

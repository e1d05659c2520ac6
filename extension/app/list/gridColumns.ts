import type { Field } from '../../../shared/domain/view/fields.ts';
import type { ListQuery, Sort } from '../../../shared/domain/view/query.ts';
import type { ListStart } from '../../messages/list.ts';
import { fieldLabel } from './fieldLabel.ts';
import type { GridColumn } from './GridRow.tsx';

const widths: Partial<Record<Field['kind'], number>> = {
  number: 96,
  money: 132,
  day: 112,
  instant: 120,
  choice: 124,
  'yes-no': 88,
  person: 120,
};
const named: Readonly<Record<string, number>> = {
  name: 220,
  title: 180,
  emails: 220,
  domains: 160,
  company: 180,
};

export const widthOf = (name: string, field: Field | undefined): number =>
  named[name] ?? (field && widths[field.kind]) ?? 150;

/** A list begins with what its rows are called, whatever a view says. */
export function withNameFirst(query: ListQuery, { fields }: Pick<ListStart, 'fields'>): ListQuery {
  const first = fields[0]?.name;
  if (!first || query.columns[0]?.field === first) return query;
  const name = query.columns.find(({ field }) => field === first) ?? { field: first, width: null };
  return { ...query, columns: [name, ...query.columns.filter(({ field }) => field !== first)] };
}

export const gridColumns = ({ columns, noun }: ListQuery, { fields }: ListStart): GridColumn[] =>
  columns.map(({ field: name, width }) => {
    const field = fields.find((each) => each.name === name);
    return { name, field, label: fieldLabel(name, field, noun), width: width ?? widthOf(name, field) };
  });

/** By a field; where it says the same, by what the rows are called. */
export function sortBy(field: string, descending: boolean, { fields }: Pick<ListStart, 'fields'>): Sort[] {
  const name = fields[0]?.name;
  return name && name !== field
    ? [
        { field, descending },
        { field: name, descending: false },
      ]
    : [{ field, descending }];
}

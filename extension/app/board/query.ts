import type { ListQuery, Rule } from '../../../shared/domain/view/query.ts';

const mine: Rule = { field: 'owner', op: 'is', values: ['me'] };
const isMine = (group: readonly Rule[]): boolean =>
  group.length === 1 &&
  group[0]?.field === 'owner' &&
  group[0].op === 'is' &&
  group[0].values.length === 1 &&
  group[0].values[0] === 'me';

export const asksMine = ({ filters }: ListQuery): boolean => filters.some(isMine);
export const withMine = (query: ListQuery, on: boolean): ListQuery => {
  const others = query.filters.filter((group) => !isMine(group));
  return { ...query, filters: on ? [...others, [mine]] : others };
};

export const isFiltered = ({ filters, text }: ListQuery): boolean => filters.length > 0 || text.trim() !== '';

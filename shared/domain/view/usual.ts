import type { ListNoun, ListQuery } from './query.ts';

const columnsBy: Record<ListNoun, readonly string[]> = {
  contact: ['name', 'company', 'title', 'emails', 'phones', 'lifeCycle', 'owner', 'lastContact', 'nextTask'],
  company: ['name', 'domains', 'city', 'role', 'owner', 'people', 'lastContact', 'openDeals', 'openAmount'],
  deal: ['title', 'company', 'stage', 'amount', 'expectedClose', 'owner', 'nextTask', 'stageSince'],
  task: ['title', 'due', 'contact', 'company', 'deal', 'owner'],
};
const sortBy: Record<ListNoun, string> = { contact: 'name', company: 'name', deal: 'title', task: 'due' };

/** What a list shows until somebody says otherwise. */
export const usualQuery = (noun: ListNoun): ListQuery => ({
  noun,
  columns: columnsBy[noun].map((field) => ({ field, width: null })),
  sort: [{ field: sortBy[noun], descending: false }],
  filters: [],
  text: '',
});

import { listedWith } from '../list/lists.ts';
import type { ListCalls } from '../messages/list.ts';
import type { AnswersOf } from './asker.ts';

/** What lists ask. Tables are kept up beside what is watched: whoever shows a list is told of every change of its nouns. */
export const listAnswers: AnswersOf<Omit<ListCalls, 'bulk' | 'exportRows'>> = {
  listStart: (core, { noun }) => {
    core.mirror.follow(listedWith[noun]);
    return core.lists.start(noun);
  },
  list: (core, { query, from, count }) => {
    core.mirror.follow(listedWith[query.noun]);
    return core.lists.window(query, from, count);
  },
  listIds: async (core, { query }) => ({ ids: await core.lists.ids(query) }),
  listValues: (core, { noun, field, text }) => core.lists.values(noun, field, text),
};

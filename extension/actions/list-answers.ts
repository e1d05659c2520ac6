import { listedWith } from '../list/lists.ts';
import type { Calls } from '../messages/calls.ts';
import type { Core } from './core.ts';

type ListCall = 'listStart' | 'list' | 'listIds' | 'listValues';

/** What lists ask. Tables are kept up beside what is watched: whoever shows a list is told of every change of its nouns. */
export const listAnswers: {
  [N in ListCall]: (core: Core, input: Calls[N]['in']) => Promise<Calls[N]['out']>;
} = {
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

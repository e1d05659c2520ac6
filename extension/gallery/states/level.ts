import type { LevelOnScreen } from '../../messages/level.ts';
import { known } from '../people.ts';
import { type Scene, scene, thread, toRenewal } from '../scene.ts';

const layout: LevelOnScreen['layout'] = {
  nav: 'classic',
  pane: 'none',
  conversations: true,
  narrow: false,
  delegated: false,
  popOut: false,
};

const read = (level: Partial<LevelOnScreen>) => () =>
  scene((cast) => ({
    screen: thread(toRenewal(cast)),
    people: [known(cast.ada)],
    mailbox: { account: 'sales@ours.test', bound: null, private: false },
    level: { level: 1, why: null, missing: [], otherwise: [], layout, ...level },
  }));

/** By how good a way Gmail is read, where that is worth a line. */
export const levelStates: Record<string, () => Scene> = {
  'level-column': read({ level: 2, why: 'column', otherwise: ['panel'] }),
  'level-late': read({ level: 2, why: 'late' }),
  'level-unread': read({ level: 3, why: 'unread', missing: ['thread', 'people'] }),
  'level-missing': read({ missing: ['sending', 'toolbar', 'search-box'], otherwise: ['dates', 'people'] }),
  'level-delegated': read({ layout: { ...layout, delegated: true } }),
};

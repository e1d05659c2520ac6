import type { CaptureCalls } from '../messages/capture.ts';
import { addContacts } from './add-contact.ts';
import { type AnswersOf, tabOf } from './asker.ts';
import { dismissDifference, takeDifference } from './differences.ts';
import { readCard } from './read-card.ts';
import { recipeLines, saveTaught } from './recipes.ts';

/** What is done with what a page shows. */
export const captureAnswers: AnswersOf<CaptureCalls> = {
  addContacts: (core, { people }) => addContacts(core, people),
  takeDifference: async (core, told, asker) => {
    await takeDifference(core, core.sessions.get(tabOf(asker)).shown, told);
    return null;
  },
  dismissDifference: async (core, told, asker) => {
    await dismissDifference(core, told);
    core.sessions.change(tabOf(asker), {});
    return null;
  },
  teach: async (core, _, asker) => {
    const tabId = tabOf(asker);
    core.sessions.change(tabId, { teaching: { stage: 'pointing' } });
    try {
      await core.pick(tabId, true);
    } catch (cause) {
      core.sessions.change(tabId, { teaching: null });
      throw cause;
    }
    return null;
  },
  stopTeaching: async (core, _, asker) => {
    const tabId = tabOf(asker);
    core.sessions.change(tabId, { teaching: null });
    await core.pick(tabId, false);
    return null;
  },
  readCard: (core, { url }, asker) => readCard(core, tabOf(asker), url),
  saveTaught: (core, _, asker) => saveTaught(core, tabOf(asker)),
  recipes: (core) => recipeLines(core),
  point: async (core, { at }, asker) => {
    await core.pointAt(tabOf(asker), at);
    return null;
  },
};

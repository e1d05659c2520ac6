import type { TodayCalls } from '../../messages/today.ts';
import type { AnswersOf } from '../asker.ts';
import { addNewcomer, laterNewcomer, newcomers, noteNewcomers } from './newcomers.ts';
import { silentDeals } from './silent-deals.ts';

/** What Today asks for beside what is due. */
export const todayAnswers: AnswersOf<TodayCalls> = {
  silentDeals: (core) => silentDeals(core),
  newcomers: async (core, _, { tabId }) => {
    if (tabId !== null) await noteNewcomers(core, tabId);
    return newcomers(core);
  },
  laterNewcomer: async (core, input) => {
    await laterNewcomer(core, input);
    return null;
  },
  addNewcomer: (core, input) => addNewcomer(core, input),
};

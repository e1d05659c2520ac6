import type { PromiseCalls } from '../../messages/promise.ts';
import { followed } from '../../mirror/aliases.ts';
import type { AnswersOf } from '../asker.ts';
import { asksAbout } from './asks.ts';
import { closePromise, keptLately, notKept } from './closing.ts';
import { keepPromise } from './keep-promise.ts';
import { dismissPromise, offersIn, talksWith } from './offers.ts';

/** What can be asked of promises, and done to them. */
export const promiseAnswers: AnswersOf<PromiseCalls> = {
  promises: async (core, { contactId }, { tabId }) => {
    const contact = await followed(core.mirror, 'contact', contactId);
    if (!contact) return { offers: [], asks: [], kept: [] };
    const talks = await talksWith(core, tabId, contact.id);
    const [offers, asks, kept] = await Promise.all([
      offersIn(core, contact, talks),
      asksAbout(core, tabId, contact.id, talks),
      keptLately(core, contact.id),
    ]);
    return { offers, asks, kept };
  },
  keepPromise: async (core, input, { tabId }) => {
    await keepPromise(core, tabId, input);
    return null;
  },
  dismissPromise: async (core, { key }, { tabId }) => {
    await dismissPromise(core, key);
    if (tabId !== null) core.sessions.change(tabId, {});
    return null;
  },
  closePromise: async (core, { taskId, via }) => {
    await closePromise(core, taskId, via);
    return null;
  },
  notKept: async (core, { taskId, deed, reopen }, { tabId }) => {
    await notKept(core, taskId, deed, reopen);
    if (tabId !== null) core.sessions.change(tabId, {});
    return null;
  },
};

import type { ComposeCalls } from '../../messages/compose.ts';
import { type AnswersOf, tabOf } from '../asker.ts';
import { forgetScheduled } from './scheduled.ts';
import { unsettle } from './settle.ts';
import { templatesView, templateValues } from './templates.ts';
import { templateFor, writeTemplate } from './use-template.ts';

/** What pages and sidebars ask about mails that are written. */
export const composeAnswers: AnswersOf<ComposeCalls> = {
  templates: (core) => templatesView(core),
  templateValues: (core, { contactId }) => templateValues(core, contactId),
  templateFor: (core, input, { tabId }) => templateFor(core, tabId, input),
  writeTemplate: async (core, input, { tabId }) => ({ done: await writeTemplate(core, tabId, input) }),
  unsettle: async (core, { taskId }, asker) => {
    await unsettle(core, tabOf(asker), taskId);
    return null;
  },
  forgetScheduled: async (core, { key }) => {
    await forgetScheduled(core, key);
    return null;
  },
  readScheduled: async (core, _, asker) => {
    core.sessions.change(tabOf(asker), { scheduled: null });
    return null;
  },
  readSettled: async (core, _, asker) => {
    core.sessions.change(tabOf(asker), { settled: null });
    return null;
  },
};

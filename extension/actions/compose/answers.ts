import { CodedError } from '../../../shared/kit/error.ts';
import type { Calls } from '../../messages/calls.ts';
import type { ComposeCalls } from '../../messages/compose.ts';
import type { Asker } from '../answer.ts';
import type { Core } from '../core.ts';
import { unsettle } from './settle.ts';
import { templatesView, templateValues } from './templates.ts';

const tabOf = ({ tabId }: Asker): number => {
  if (tabId === null) throw new CodedError('page.unreadable', 'tab');
  return tabId;
};

/** What pages and sidebars ask about mails that are written. */
export const composeAnswers: {
  [N in keyof ComposeCalls]: (core: Core, input: Calls[N]['in'], asker: Asker) => Promise<Calls[N]['out']>;
} = {
  templates: (core) => templatesView(core),
  templateValues: (core, { contactId }) => templateValues(core, contactId),
  unsettle: async (core, { taskId }, asker) => {
    await unsettle(core, tabOf(asker), taskId);
    return null;
  },
  readSettled: async (core, _, asker) => {
    core.sessions.change(tabOf(asker), { settled: null });
    return null;
  },
};

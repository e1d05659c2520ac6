import type { FileCalls } from '../../messages/file.ts';
import { dropBytes } from '../../outbox/bytes.ts';
import { type AnswersOf, tabOf } from '../asker.ts';
import { act } from '../core.ts';
import { keepFile, stopFetching } from './keep.ts';
import { linesOf } from './lines.ts';
import { recordFiles } from './of-record.ts';
import { threadFiles } from './of-thread.ts';
import { filePart } from './part.ts';

/** What is done with files of mails. */
export const fileAnswers: AnswersOf<FileCalls> = {
  files: async (core, { interactionId }) => {
    const entry = await core.mirror.get('interaction', interactionId);
    return entry ? linesOf(core, entry.id, entry.attachments ?? []) : [];
  },
  recordFiles,
  threadFiles: (core, { threadId }, { tabId }) =>
    tabId === null ? Promise.resolve([]) : threadFiles(core, tabId, threadId),
  keepFile: (core, input, asker) => keepFile(core, tabOf(asker, 'file.unread'), input),
  stopFile: async (_, wanted, asker) => {
    stopFetching(tabOf(asker, 'file.unread'), wanted);
    return null;
  },
  removeFile: async (core, { id }) => {
    await act(core, { verb: 'file.remove', input: { id } });
    await core.mirror.commit(({ raw }) => dropBytes(raw, id));
    return null;
  },
  retryFile: async (core, { id }) => {
    await core.uploads.retry(id);
    return null;
  },
  filePart,
};

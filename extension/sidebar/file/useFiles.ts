import { signal } from '@preact/signals';
import { safeName } from '../../../shared/domain/attachment/safe-name.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { FileLine } from '../../messages/file.ts';
import { errorText } from '../shell/errorText.ts';
import { useSession } from '../shell/session.ts';
import { collect } from './collect.ts';
import { saveBytes } from './saveBytes.ts';

type Busy = { what: 'fetching' | 'downloading'; done: number; all: number; stop(): void };
/** What is being fetched or downloaded in this panel, by file. */
const busy = signal<ReadonlyMap<string, Busy>>(new Map());
const note = (key: string, now: Busy | null): void => {
  const next = new Map(busy.peek());
  if (now) next.set(key, now);
  else next.delete(key);
  busy.value = next;
};

/** A kept file by its id, one that is not by its place. */
export const keyOf = ({ kept, name, nth }: FileLine, messageId = ''): string =>
  'id' in kept ? kept.id : JSON.stringify([messageId, name, nth]);

/** Keeping, sending again, removing and downloading files. */
export function useFiles() {
  const session = useSession();
  const { client, toasts } = session;

  const keep = async (event: Event, line: FileLine, messageId: string, interactionId: Id): Promise<void> => {
    const { name, nth } = line;
    const key = keyOf(line, messageId);
    const wanted = { messageId, name, nth };
    // A worker that does not answer has nothing under way that could be stopped.
    const stop = () => void client.call('stopFile', wanted).catch(() => undefined);
    await session.change(event, async () => {
      note(key, { what: 'fetching', done: 0, all: 0, stop });
      try {
        return await client.call('keepFile', { ...wanted, interactionId });
      } finally {
        note(key, null);
      }
    });
  };

  const download = async (line: FileLine, id: Id): Promise<void> => {
    const end = new AbortController();
    const tell = (done: number, all: number) =>
      note(id, { what: 'downloading', done, all, stop: () => end.abort() });
    tell(0, 0);
    try {
      const bytes = await collect((part) => client.call('filePart', { id, part }), tell, end.signal);
      if (bytes) saveBytes(bytes, safeName(line.name));
    } catch (cause) {
      const code = cause instanceof CodedError ? cause.code : 'server.unexpected';
      toasts.show({ tone: 'danger', text: errorText(code) });
    } finally {
      note(id, null);
    }
  };

  const remove = async (event: Event, line: FileLine, id: Id): Promise<void> => {
    const outcome = await session.change(event, () => client.call('removeFile', { id }));
    if (outcome.ok) toasts.show({ tone: 'plain', text: m.files_removed({ name: line.name }) });
  };

  return {
    busy: busy.value,
    keep,
    download,
    remove,
    retry: (event: Event, id: Id) => session.change(event, () => client.call('retryFile', { id })),
  };
}

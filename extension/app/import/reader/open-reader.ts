import type { Planned } from '../../../../shared/domain/import/planned.ts';
import type { Mapping } from '../../../files/columns/mapping.ts';
import { trustedUrls } from '../../../ui/trustedUrls.ts';
import type { Ask, Question, Tell } from './protocol.ts';
import type { Opened, Reader, Told } from './reader.ts';
import address from './reader.worker.ts?worker&url';

let trusted: ((url: string) => string) | null = null;
/** Made when it is needed: where a page may not read files, it may still look at what was read. */
function readerUrl(): string {
  trusted ??= trustedUrls('sidebook-reader', [address]);
  return trusted(address);
}

type Waiting = { resolve(answer: never): void; reject(cause: unknown): void; told: Told | undefined };

/** A reader in a worker of our own bundle. */
export function openReader(): Reader {
  const worker = new Worker(readerUrl(), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let fallen: Error | null = null;
  worker.onmessage = ({ data }: MessageEvent<Tell>) => {
    const asked = waiting.get(data.id);
    if ('share' in data) return asked?.told?.(data.share);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.answer as never);
  };
  worker.onerror = (event) => {
    // A worker that fell over answers nothing any more.
    fallen = new Error(event.message || 'the reader fell over');
    for (const { reject } of waiting.values()) reject(fallen);
    waiting.clear();
  };
  const ask = <T>(question: Question, signal?: AbortSignal, told?: Told): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted || fallen) return reject(signal?.reason ?? fallen);
      const id = ++last;
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, told });
      worker.postMessage({ ...question, id } satisfies Ask);
      signal?.addEventListener(
        'abort',
        () => {
          if (!waiting.delete(id)) return;
          worker.postMessage({ stop: id } satisfies Ask);
          reject(signal.reason);
        },
        { once: true },
      );
    });
  return {
    read: (file, options, told, signal) => ask<Opened>({ ask: 'read', file, options }, signal, told),
    guess: (world, noun) => ask<Mapping>({ ask: 'guess', world, noun }),
    retarget: (mapping, column, target) => ask<Mapping>({ ask: 'retarget', mapping, column, target }),
    async plan(mapping, world, take, signal) {
      let from = 0;
      let part = await ask<Planned[] | null>({ ask: 'start', mapping, world }, signal);
      while (part) {
        await take(part, from);
        from += part.length;
        part = await ask<Planned[] | null>({ ask: 'next' }, signal);
      }
    },
    failed: (failed, reasonHeader) => ask<string>({ ask: 'failed', failed, reasonHeader }),
    close: () => worker.terminate(),
  };
}

import { missingParts, partsOf } from '../../shared/domain/attachment/parts.ts';
import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import { toBase64 } from '../messages/base64.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { dropBytes, partHere, type Upload, uploadKey, uploadOf, uploadsIn } from '../outbox/bytes.ts';
import { entriesOf } from '../outbox/entry.ts';
import type { Server } from './server.ts';
import type { Sync } from './sync.ts';
import type { Time } from './time.ts';

/** Brings the bytes of kept files to the server, one file after the other, behind what waits to be sent. [H5] */
export type Uploads = {
  /** Goes on, now or as soon as it can. */
  resume(): void;
  /** What did not get on is tried again at once. */
  retry(id: Id): Promise<void>;
  /** When it wants the worker to be awake; null: nothing waits. */
  wakeAt(): Promise<number | null>;
  close(): void;
};

export type UploadsParts = {
  mirror: Mirror;
  sync: Pick<Sync, 'ask' | 'onLink'>;
  server: Pick<Server, 'fileHeld' | 'putFile'>;
  time: Pick<Time, 'now' | 'after'>;
  report(cause: unknown): void;
};

/** What the server refused may be possible later: room is made, a right is given. */
const refusedMs = 3_600_000;
/** Until the next try while nothing answers, twice as long after each; the link tells as soon as it does. */
const restMs = 2_000;
const mostRestMs = 120_000;
const wakeMs = 60_000;
/** The server's word about this one file; after any other failure the next would fail as well. */
const ofFile: ReadonlySet<string> = new Set([
  'file.unknown',
  'file.quota',
  'file.digest',
  'input.invalid',
  'role.forbidden',
  'server.disk_full',
] satisfies ErrorCode[]);

export function openUploads({ mirror, sync, server, time, report }: UploadsParts): Uploads {
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let cancel: (() => void) | null = null;
  let failures = 0;

  /** The oldest whose row the server has, and which is not to wait. What nobody keeps any more is let go. */
  async function next(): Promise<Upload | null> {
    const { uploads, underWay } = await mirror.read(async (tx) => {
      const entries = await entriesOf(tx);
      const adds = entries.flatMap(({ mutation, state }) =>
        mutation.verb === 'file.add' ? [{ id: mutation.input.id, state }] : [],
      );
      return { uploads: await uploadsIn(tx), underWay: new Map(adds.map(({ id, state }) => [id, state])) };
    });
    for (const upload of uploads) {
      const state = underWay.get(upload.id);
      if (state === 'waiting' || state === 'parked') continue;
      const row = await mirror.get('file', upload.id);
      if (row?.storedAt === null && (upload.retryAt ?? 0) <= time.now()) return upload;
      if (!row || row.storedAt !== null) await mirror.commit(({ raw }) => dropBytes(raw, upload.id));
    }
    return null;
  }

  async function note(id: Id, news: Partial<Upload>): Promise<void> {
    await mirror.commit(async ({ raw }) => {
      const upload = await uploadOf(raw, id);
      if (upload) await raw.put('meta', uploadKey(id), { ...upload, ...news });
    });
  }

  /** Each step can be the last of this life: the next begins by asking what the server has. */
  async function bring({ id, size }: Upload): Promise<void> {
    const held = await sync.ask((device) => server.fileHeld(device, id));
    let { stored } = held;
    const parts = partsOf(size);
    const missing = missingParts(size, held.parts);
    // All there, and the answer that said so was lost: the last part asks for it again.
    const todo = missing.length > 0 ? missing : [parts - 1];
    for (const [at, part] of todo.entries()) {
      if (stored || closed) break;
      const bytes = await mirror.read((tx) => partHere(tx, id, part));
      // Removed meanwhile.
      if (!bytes) return;
      stored = (await sync.ask((device) => server.putFile(device, { id, part, bytes: toBase64(bytes) })))
        .stored;
      await note(id, { done: parts - todo.length + at + 1, code: null, retryAt: null });
    }
    if (stored) await mirror.commit(({ raw }) => dropBytes(raw, id));
  }

  async function all(): Promise<void> {
    for (let upload = await next(); upload && !closed; upload = await next()) {
      try {
        await bring(upload);
        failures = 0;
      } catch (cause) {
        if (!(cause instanceof CodedError)) throw cause;
        if (!ofFile.has(cause.code)) return later();
        const done = cause.code === 'file.digest' ? { done: 0 } : {};
        await note(upload.id, { ...done, code: cause.code, retryAt: time.now() + refusedMs });
      }
    }
  }

  function later(): void {
    cancel?.();
    cancel = time.after(Math.min(restMs * 2 ** failures++, mostRestMs), run);
  }

  function run(): void {
    again = true;
    if (running || closed) return;
    running = (async () => {
      while (again && !closed) {
        again = false;
        await all();
      }
    })()
      .catch(report)
      .finally(() => {
        running = null;
      });
  }

  const unlink = sync.onLink(run);
  const unlisten = mirror.onChange(({ nouns, all: many, others }) => {
    // A row that is settled, stored or gone; what is written here about an upload is not news.
    if (many || nouns.has('file') || (others.has('outbox') && running === null)) run();
  });

  return {
    resume: run,
    retry: async (id) => {
      await note(id, { code: null, retryAt: null });
      run();
    },
    wakeAt: async () => {
      const uploads = await mirror.read(uploadsIn);
      if (uploads.length === 0) return null;
      return Math.min(...uploads.map(({ retryAt }) => retryAt ?? time.now() + wakeMs));
    },
    close: () => {
      closed = true;
      cancel?.();
      unlink();
      unlisten();
    },
  };
}

import { partBytes, partsOf } from '../../../shared/domain/attachment/parts.ts';
import { isCertainKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { limits } from '../../../shared/domain/limits.ts';
import type { File } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { fromBase64 } from '../../messages/base64.ts';
import type { WantedFile } from '../../messages/tab.ts';
import { startingWith } from '../../mirror/store.ts';
import { putBytes } from '../../outbox/bytes.ts';
import { appendAll } from '../../outbox/outbox.ts';
import { type Core, meOf } from '../core.ts';
import { noteRequests } from '../note-requests.ts';

type Fetching = { done: number; all: number; stopped: boolean };
/** What is being fetched from mailboxes, by tab, message and name: of this life only, nothing was promised of it yet. */
const fetching = new Map<string, Fetching>();
const keyOf = (tabId: number, { messageId, name, nth }: WantedFile): string =>
  JSON.stringify([tabId, messageId, nth, name]);

export const fetchingOf = (tabId: number, wanted: WantedFile): Fetching | undefined =>
  fetching.get(keyOf(tabId, wanted));

export function stopFetching(core: Core, tabId: number, wanted: WantedFile): void {
  const one = fetchingOf(tabId, wanted);
  if (one) one.stopped = true;
  core.sessions.change(tabId, {});
}

/** Fetches a file from the mailbox and stores it beside the mutation that keeps it: from then on it is safe here. [H5] */
export async function keepFile(
  core: Core,
  tabId: number,
  { interactionId, ...wanted }: WantedFile & { interactionId: Id },
): Promise<{ fileId: Id }> {
  const entry = await core.mirror.get('interaction', interactionId);
  const me = meOf(core);
  if (!entry || (entry.privateTo !== null && entry.privateTo !== me))
    throw new CodedError('interaction.unknown', 'file');
  const { bytes, type } = await fetched(core, tabId, wanted);
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', bytes));
  const fileId = await core.mirror.commit(async (tx) => {
    const range = startingWith(`file/of/${interactionId}/`);
    const rows = (await tx.raw.scanTags('row', range)).map(({ value }) => value as File);
    const known = rows.find(
      (row) => row.sha256 === sha256 && (row.storedAt !== null || row.createdBy === me),
    );
    if (known) return known.id;
    const id = core.newId();
    const keys = entry.fingerprint.filter(isCertainKey).slice(0, 10);
    const { name } = wanted;
    const input = { id, interactionId, name, type, size: bytes.length, sha256, keys };
    await appendAll(tx, [{ verb: 'file.add', input }], me, core.now());
    await putBytes(tx.raw, id, bytes);
    return id;
  });
  void core.sync.now();
  return { fileId };
}

async function fetched(
  core: Core,
  tabId: number,
  wanted: WantedFile,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string | null }> {
  const key = keyOf(tabId, wanted);
  if (fetching.has(key)) throw new CodedError('server.busy', 'file');
  const progress: Fetching = { done: 0, all: 1, stopped: false };
  fetching.set(key, progress);
  const tell = () => core.sessions.change(tabId, {});
  tell();
  try {
    const first = await core.readFile(tabId, wanted, 0);
    await noteRequests(core, first);
    const { size, type } = first;
    if (size > limits.fileBytes) throw new CodedError('file.too_large');
    const bytes = new Uint8Array(size);
    progress.all = partsOf(size);
    for (let part = first; ; part = await core.readFile(tabId, wanted, progress.done)) {
      if (progress.stopped) throw new CodedError('file.stopped');
      const piece = fromBase64(part.bytes);
      const from = progress.done * partBytes;
      // A page that changes its mind between two parts is not believed.
      if (!piece || part.size !== size || piece.length !== Math.min(partBytes, size - from))
        throw new CodedError('file.unread', 'part');
      bytes.set(piece, from);
      progress.done++;
      tell();
      if (progress.done >= progress.all) return { bytes, type };
    }
  } finally {
    fetching.delete(key);
    tell();
  }
}

const hexOf = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');

import { lengthOfPart, partBytes, partsOf } from '../../../shared/domain/attachment/parts.ts';
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

/** What is being fetched from mailboxes, by tab, message and name: of this life only, nothing was promised of it yet. */
const fetching = new Map<string, AbortController>();
const keyOf = (tabId: number, { messageId, name, nth }: WantedFile): string =>
  JSON.stringify([tabId, messageId, nth, name]);

export function stopFetching(tabId: number, wanted: WantedFile): void {
  fetching.get(keyOf(tabId, wanted))?.abort();
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
  const end = new AbortController();
  fetching.set(key, end);
  try {
    const first = await core.readFile(tabId, wanted, 0);
    await noteRequests(core, first);
    const { size, type } = first;
    if (size > limits.fileBytes) throw new CodedError('file.too_large');
    const bytes = new Uint8Array(size);
    const parts = partsOf(size);
    for (let at = 0; at < parts; at++) {
      if (end.signal.aborted) throw new CodedError('file.stopped');
      const part = at === 0 ? first : await core.readFile(tabId, wanted, at);
      const piece = fromBase64(part.bytes);
      // A page that changes its mind between two parts is not believed.
      if (!piece || part.size !== size || piece.length !== lengthOfPart(size, at))
        throw new CodedError('file.unread', 'part');
      bytes.set(piece, at * partBytes);
    }
    if (end.signal.aborted) throw new CodedError('file.stopped');
    return { bytes, type };
  } finally {
    fetching.delete(key);
  }
}

const hexOf = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');

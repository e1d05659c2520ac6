import { lengthOfPart, partBytes, partsOf } from '../../shared/domain/attachment/parts.ts';
import type { ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import { type ReadTx, startingWith, type WriteTx } from '../mirror/store.ts';

/** A file on its way: its row goes as a mutation, its bytes wait here until the server has them. */
export type Upload = {
  id: Id;
  size: number;
  /** Parts that the server has. */
  done: number;
  /** Why it did not get on; then it is tried again at `retryAt`. */
  code: ErrorCode | null;
  retryAt: number | null;
};

export const uploadKey = (id: Id): string => `upload/${id}`;
const bytesKey = (id: Id, part: number): string => `bytes/${id}/${String(part).padStart(4, '0')}`;

/** Under which `meta` keeps them, for whoever forgets a workspace. */
export const bytesPrefixes = ['upload/', 'bytes/'] as const;

export async function putBytes(tx: WriteTx, id: Id, bytes: Uint8Array): Promise<void> {
  for (let part = 0; part < partsOf(bytes.length); part++) {
    const from = part * partBytes;
    // A copy: what is stored of a view would be all that it looks at.
    await tx.put(
      'meta',
      bytesKey(id, part),
      bytes.slice(from, from + (lengthOfPart(bytes.length, part) ?? 0)),
    );
  }
  const upload: Upload = { id, size: bytes.length, done: 0, code: null, retryAt: null };
  await tx.put('meta', uploadKey(id), upload);
}

export const uploadsIn = async (tx: ReadTx): Promise<Upload[]> =>
  (await tx.scan('meta', startingWith('upload/'))).map(({ value }) => value as Upload);

export const uploadOf = async (tx: ReadTx, id: Id): Promise<Upload | undefined> =>
  (await tx.get('meta', uploadKey(id))) as Upload | undefined;

export const partHere = async (tx: ReadTx, id: Id, part: number): Promise<Uint8Array | undefined> =>
  (await tx.get('meta', bytesKey(id, part))) as Uint8Array | undefined;

export async function dropBytes(tx: WriteTx, id: Id): Promise<void> {
  const upload = await uploadOf(tx, id);
  if (!upload) return;
  for (let part = 0; part < partsOf(upload.size); part++) await tx.delete('meta', bytesKey(id, part));
  await tx.delete('meta', uploadKey(id));
}

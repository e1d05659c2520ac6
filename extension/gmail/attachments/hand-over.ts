import { partBytes } from '../../../shared/domain/attachment/parts.ts';
import { toBase64 } from '../../messages/base64.ts';
import type { FilePartRead, ToTab } from '../../messages/tab.ts';
import type { FileRead } from '../surface.ts';

type Wanted = Extract<ToTab, { type: 'read-file' }>;

/** A file that was fetched is kept for whoever asked for it no longer than this. */
const keptMs = 60_000;

/** Hands a file over to the background in parts: a message takes no file as a whole. It is fetched once, with the first. */
export function makeHandOver(fetchFile: (wanted: Wanted) => Promise<FileRead>) {
  let kept: { key: string; file: FileRead } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (next: typeof kept): void => {
    clearTimeout(timer);
    kept = next;
    if (next) timer = setTimeout(() => keep(null), keptMs);
  };

  return async (wanted: Wanted): Promise<FilePartRead> => {
    const key = JSON.stringify([wanted.messageId, wanted.name, wanted.nth]);
    if (wanted.part === 0 || kept?.key !== key) keep({ key, file: await fetchFile(wanted) });
    const { file } = kept as { file: FileRead };
    const from = wanted.part * partBytes;
    const bytes = file.bytes.subarray(from, from + partBytes);
    const requests = wanted.part === 0 ? file.requests : [];
    const { type } = file;
    const size = file.bytes.length;
    if (from + bytes.length >= size) keep(null);
    return { type, size, bytes: toBase64(bytes), requests };
  };
}

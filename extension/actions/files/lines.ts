import { attachmentKind } from '../../../shared/domain/attachment/kind.ts';
import { partsOf } from '../../../shared/domain/attachment/parts.ts';
import type { Attachment, File } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { FileKept, FileLine } from '../../messages/file.ts';
import { startingWith } from '../../mirror/store.ts';
import { uploadOf } from '../../outbox/bytes.ts';
import { type Core, meOf } from '../core.ts';
import { joinedInto } from '../view/joined.ts';

/** Kept files of an entry, with those of what was joined into it. */
async function filesOf(core: Core, interactionId: Id): Promise<File[]> {
  const ids = [interactionId, ...(await joinedInto(core, interactionId)).map(({ id }) => id)];
  const found = await Promise.all(
    ids.map((id) => core.mirror.tagged('file', startingWith(`file/of/${id}/`))),
  );
  return found.flat().sort((a, b) => a.createdAt - b.createdAt);
}

async function keptOf(core: Core, row: File): Promise<FileKept> {
  const by = row.createdBy === null ? null : await core.mirror.get('member', row.createdBy);
  const said = { id: row.id, by: by?.name ?? '', byMe: row.createdBy === meOf(core) };
  if (row.storedAt !== null) return { state: 'stored', ...said, at: row.storedAt };
  const upload = await core.mirror.recall(`upload ${row.id}`, (tx) => uploadOf(tx, row.id));
  if (!upload) return { state: 'missing', ...said };
  return { state: 'waiting', id: row.id, done: upload.done, all: partsOf(upload.size), code: upload.code };
}

/** The k-th file of a name is the k-th attachment of that name, one of the very size before any other. */
export async function linesOf(
  core: Core,
  interactionId: Id | null,
  attachments: readonly Attachment[],
): Promise<FileLine[]> {
  const left = interactionId === null ? [] : once(await filesOf(core, interactionId));
  const seen = new Map<string, number>();
  const lines: FileLine[] = [];
  for (const { name, type, size } of attachments) {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const exact = left.findIndex((row) => row.name === name && row.size === size);
    const at = exact >= 0 ? exact : left.findIndex((row) => row.name === name);
    const [row] = at < 0 ? [] : left.splice(at, 1);
    const kept: FileKept = row ? await keptOf(core, row) : { state: 'none' };
    lines.push({ name, type, size: row?.size ?? size, kind: attachmentKind(name, type), nth, kept });
  }
  // Files of a mail whose names were not read when it was logged.
  for (const row of left) {
    const { name, type, size } = row;
    const kept = await keptOf(core, row);
    lines.push({ name, type, size, kind: attachmentKind(name, type), nth: seen.get(name) ?? 0, kept });
  }
  return lines;
}

/** Two who kept it at once kept the same: the one that arrived counts. */
function once(rows: readonly File[]): File[] {
  const byBytes = new Map<string, File>();
  for (const row of rows) {
    const known = byBytes.get(row.sha256);
    if (!known || (known.storedAt === null && row.storedAt !== null)) byBytes.set(row.sha256, row);
  }
  return [...byBytes.values()];
}

import { partsOf } from '../../../shared/domain/attachment/parts.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { toBase64 } from '../../messages/base64.ts';
import type { Calls } from '../../messages/calls.ts';
import { partHere } from '../../outbox/bytes.ts';
import type { Core } from '../core.ts';

/** A part of a kept file: from here while it is on its way, else from the server. */
export async function filePart(
  core: Core,
  { id, part }: { id: Id; part: number },
): Promise<Calls['filePart']['out']> {
  const row = await core.mirror.get('file', id);
  if (!row) throw new CodedError('file.unknown');
  const here = await core.mirror.read((tx) => partHere(tx, id, part));
  const { sha256, size } = row;
  if (here) return { bytes: toBase64(here), parts: partsOf(size), sha256 };
  const { bytes } = await core.sync.ask((device) => core.server.filePart(device, { id, part }));
  return { bytes, parts: partsOf(size), sha256 };
}

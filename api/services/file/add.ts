import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { file } from '../../db/workspace/file.ts';
import { readsInteraction } from '../../db/workspace/row.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';

const { interactionId, name, type, size, sha256 } = columnsOf(file);

/** What belongs to an entry that one may not read is as unknown as the entry. [H1] */
const readable = `CASE WHEN NOT EXISTS (SELECT 1 FROM interaction r WHERE r.id = :interactionId AND ${readsInteraction('r').replaceAll(':me', ':by')}) THEN 'interaction.unknown' END`;

export const addFile = (input: Input<'file.add'>): Plan =>
  addPlain('file', { interactionId, name, type, size, sha256 } as Record<string, string>, input, input.name, {
    refuse: [readable],
  });

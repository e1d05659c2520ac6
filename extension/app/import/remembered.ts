import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import { ownFieldKinds } from '../../../shared/domain/rows.ts';
import type { Mapping, NewField } from '../../files/columns/mapping.ts';
import { isTarget } from '../../files/columns/target.ts';
import type { Client } from '../../messages/client.ts';
import type { Opened, Reader } from './reader/reader.ts';

// What was chosen for the columns of a file is kept with the drafts of the workspace, by its set of headers.

z.config({ jitless: true });

const newFieldsPlace = 'import new fields';
const newFields = z.array(
  z.object({
    noun: z.enum(['contact', 'company', 'deal']),
    key: z.string(),
    label: z.string(),
    kind: z.enum(ownFieldKinds),
    options: z.array(z.string()),
  }),
);

/** Keeps which own fields the handed over rows need, which are made only when they are taken. */
export async function keepNewFields(client: Client, fields: readonly NewField[]): Promise<void> {
  await client.call('setDraft', {
    place: newFieldsPlace,
    text: JSON.stringify(fields).slice(0, limits.note),
  });
}
export async function newFieldsKept(client: Client): Promise<NewField[]> {
  const { text } = await client.call('draft', { place: newFieldsPlace });
  const kept = z.safeParse(newFields, parsed(text));
  return kept.success ? kept.data : [];
}

const placeOf = ({ headerKey }: Opened): string => `import columns ${headerKey}`;
const chosen = z.array(z.tuple([z.string(), z.string()]));

/** Keeps what the user chose otherwise than the guess. A new own field is there the next time, under its key. */
export async function remember(client: Client, opened: Opened, { columns }: Mapping): Promise<void> {
  const corrected = columns.flatMap(({ target, basis, newField }, at) =>
    basis === 'chosen'
      ? [[opened.columns[at]?.header ?? '', newField ? `${newField.noun}.own.${newField.key}` : target]]
      : [],
  );
  const text = corrected.length === 0 ? null : JSON.stringify(corrected);
  if (text && text.length > limits.note) return;
  await client.call('setDraft', { place: placeOf(opened), text });
}

/** The guess as it was corrected for the last file with these headers; null where nothing was. */
export async function recalled(
  client: Client,
  opened: Opened,
  guess: Mapping,
  reader: Pick<Reader, 'retarget'>,
  hasField: (target: string) => boolean,
): Promise<Mapping | null> {
  const { text } = await client.call('draft', { place: placeOf(opened) });
  const kept = z.safeParse(chosen, parsed(text));
  if (!kept.success) return null;
  let mapping = guess;
  const used = new Set<number>();
  for (const [header, target] of kept.data) {
    // Two columns of one name are told apart by their order.
    const at = opened.columns.findIndex((column, index) => column.header === header && !used.has(index));
    if (at < 0 || !isTarget(target) || !hasField(target)) continue;
    used.add(at);
    mapping = await reader.retarget(mapping, at, target);
  }
  return used.size > 0 ? mapping : null;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    // A profile can be edited by hand; then nothing is remembered.
    return null;
  }
}

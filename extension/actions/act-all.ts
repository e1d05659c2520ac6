import type { Noun } from '../../shared/domain/rows.ts';
import type { Intended } from '../outbox/outbox.ts';
import { act, type Core } from './core.ts';

/** Whether the row that this would add is there: the call came again after its worker died over the answer. */
async function isThere(core: Core, { verb, input }: Intended): Promise<boolean> {
  if (verb === 'interaction.log') return (await core.mirror.get('interaction', input.id)) !== undefined;
  const added = /^(\w+)\.add$/.exec(verb)?.[1] as Noun | undefined;
  return added !== undefined && (await core.mirror.get(added, input.id)) !== undefined;
}

/** Changes in one transaction: all are made, or none, and none twice. The number of the last; 0 where all are there. */
export async function actAll(core: Core, intended: readonly Intended[]): Promise<{ number: number }> {
  const missing: Intended[] = [];
  for (const each of intended) if (!(await isThere(core, each))) missing.push(each);
  return { number: missing.length > 0 ? await act(core, ...missing) : 0 };
}

import * as z from 'zod/mini';
import { CodedError } from '../../shared/kit/error.ts';
import { verbs } from '../../shared/sync/mutation.ts';
import type { Calls } from '../messages/calls.ts';
import type { Intended } from '../outbox/outbox.ts';
import { act, type Core } from './core.ts';

/** The edit that sets one field to a value it had, or that was proposed; null where no edit can. [P12] */
export function editTo({ noun, id, field, value }: Calls['restoreValue']['in']): Intended | null {
  const isStage = noun === 'deal' && field === 'stageId';
  const verb = isStage ? 'deal.move' : (`${noun}.edit` as const);
  const own = /^own\.(.+)$/.exec(field)?.[1];
  const fields = own === undefined ? { [field]: value } : { own: { [own]: value } };
  const input = isStage ? { id, stageId: value } : { id, fields };
  const known = z.safeParse(verbs[verb] as z.ZodMiniType, input);
  return known.success ? ({ verb, input: known.data } as Intended) : null;
}

export async function restoreValue(core: Core, given: Calls['restoreValue']['in']): Promise<void> {
  const intended = editTo(given);
  if (!intended) throw new CodedError('input.invalid', given.field);
  await act(core, intended);
}

import { noOrigin } from '../../shared/domain/row.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { NewDeal } from '../messages/calls.ts';
import { act, type Core, meOf } from './core.ts';

/** A new deal in the first stage, for the people on the screen. */
export async function addDeal(
  core: Core,
  { id, ...input }: NewDeal,
  channel: string,
): Promise<{ dealId: Id }> {
  const dealId = id ?? core.newId();
  if (await core.mirror.get('deal', dealId)) return { dealId };
  const first = input.contactIds[0];
  const contact = first ? await core.mirror.get('contact', first) : undefined;
  await act(core, {
    verb: 'deal.add',
    input: {
      ...input,
      id: dealId,
      companyId: input.companyId ?? contact?.companyId ?? null,
      ownerId: meOf(core),
      origin: { ...noOrigin, channel },
      own: {},
    },
  });
  return { dealId };
}

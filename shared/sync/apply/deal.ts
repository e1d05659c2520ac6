import { closeDeal, moveDeal, reopenDeal } from '../../domain/deal/change.ts';
import { newBase } from '../../domain/row.ts';
import { type Applied, changed, editOf, owned, removeOf, restoreOf, type VerbOf } from './on.ts';

export const dealVerbs: Applied<VerbOf<'deal'>> = {
  'deal.add': ({ stageId, ...input }, { world, at, me, firstStage }) => {
    // One that is gone by now is the server's to follow: until then the deal stands where all begin. [B4]
    const stage = (stageId && world.get('stage', stageId)) || firstStage;
    if (!stage) return [];
    const closing = { state: 'open', closedAt: null, lostReason: null, competitor: null } as const;
    const place = { stageId: stage.id, pipelineId: stage.pipelineId, stageSince: at };
    const rest = { ...place, ...closing, externalIds: input.externalIds ?? [] };
    return changed('deal', { ...newBase(input.id, at, me), ...owned(input, me), ...rest });
  },
  'deal.edit': editOf('deal'),
  'deal.move': ({ id, stageId }, { world, at }) => {
    const row = world.get('deal', id);
    const stage = world.get('stage', stageId);
    return changed('deal', row && stage && moveDeal(row, stage, at));
  },
  'deal.close': (input, { world, at }) => {
    const row = world.get('deal', input.id);
    return changed('deal', row && closeDeal(row, input, at));
  },
  'deal.reopen': ({ id }, { world, at }) => {
    const row = world.get('deal', id);
    return changed('deal', row && reopenDeal(row, at));
  },
  'deal.remove': removeOf('deal'),
  'deal.restore': restoreOf('deal'),
};

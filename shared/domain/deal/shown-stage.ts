import type { Id } from '../../kit/id.ts';
import type { Deal, Pipeline, Stage } from '../rows.ts';
import { firstStageOf, orderStages } from './order.ts';

/**
 * Where deals are shown, also those whose stage is not known here: another removed it, or this device did and the
 * server has not said yet where its deals went. [B7]
 * @param movedOn by a removed stage, the one that this device named for its deals
 */
export function shownStages(
  pipelines: readonly Pipeline[],
  stages: readonly Stage[],
  movedOn: ReadonlyMap<Id, Id>,
): (deal: Pick<Deal, 'stageId' | 'pipelineId'>) => Stage | null {
  // A stage without its pipeline stands on no board: this device removed it, and somebody else had gone on with it.
  const there = new Set(pipelines.map(({ id }) => id));
  const ordered = orderStages(stages.filter((stage) => there.has(stage.pipelineId)));
  const known = new Map(ordered.map((stage) => [stage.id, stage]));
  return ({ stageId, pipelineId }) => {
    const passed = new Set<Id>();
    for (let id: Id | undefined = stageId; id !== undefined && !passed.has(id); id = movedOn.get(id)) {
      const stage = known.get(id);
      if (stage) return stage;
      passed.add(id);
    }
    return ordered.find((stage) => stage.pipelineId === pipelineId) ?? firstStageOf(pipelines, ordered);
  };
}

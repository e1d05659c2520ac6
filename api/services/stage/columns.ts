import { columnsOf } from '../../db/json.ts';
import { stage } from '../../db/workspace/stage.ts';

const { pipelineId, name, position, probability, colour, requires, staleDays } = columnsOf(stage);
export const stageColumns = { name, position, probability, colour, requires, staleDays } as Record<
  string,
  string
>;
export const newStageColumns = { pipelineId, ...stageColumns } as Record<string, string>;

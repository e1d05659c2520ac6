import { columnsOf } from '../../db/json.ts';
import { pipeline } from '../../db/workspace/pipeline.ts';

const { name, position, lostReasons } = columnsOf(pipeline);
export const pipelineColumns = { name, position, lostReasons } as Record<string, string>;

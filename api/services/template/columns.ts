import { columnsOf } from '../../db/json.ts';
import { template } from '../../db/workspace/template.ts';

const { name, subject, body, position, privateTo } = columnsOf(template);
export const templateColumns = { name, subject, body, position, privateTo } as Record<string, string>;

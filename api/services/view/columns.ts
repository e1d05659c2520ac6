import { columnsOf } from '../../db/json.ts';
import { view } from '../../db/workspace/view.ts';

const { noun, name, query, position, privateTo } = columnsOf(view);
export const viewColumns = { name, query, position, privateTo } as Record<string, string>;
export const newViewColumns = { noun, ...viewColumns } as Record<string, string>;

import { columnsOf } from '../../db/json.ts';
import { ownField } from '../../db/workspace/own-field.ts';

const { noun, key, label, kind, options, position, places } = columnsOf(ownField);
export const ownFieldColumns = { label, options, position, places } as Record<string, string>;
export const newOwnFieldColumns = { noun, key, kind, ...ownFieldColumns } as Record<string, string>;

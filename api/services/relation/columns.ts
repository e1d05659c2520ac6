import { columnsOf } from '../../db/json.ts';
import { relation } from '../../db/workspace/relation.ts';

const { fromNoun, fromId, kind, toNoun, toId, note } = columnsOf(relation);
export const relationColumns = { kind, note } as Record<string, string>;
export const newRelationColumns = { fromNoun, fromId, toNoun, toId, ...relationColumns } as Record<
  string,
  string
>;

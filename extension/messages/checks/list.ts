import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import { viewNouns } from '../../../shared/domain/rows.ts';
import { exportFormats } from '../export.ts';
import type { ListCalls } from '../list.ts';
import { type Checks, day, filled, id, listQuery, made7, maybe, noun, text } from './shapes.ts';

const listNoun = z.enum(viewNouns);
const bulkValue = maybe(z.union([text(limits.note), z.number()]));
const bulkChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    field: filled(120),
    value: bulkValue,
    was: z.optional(bulkValue),
    reason: z.optional(maybe(text(limits.reason))),
  }),
  z.strictObject({ kind: z.literal('task'), title: filled(limits.title), dueDay: maybe(day) }),
  z.strictObject({ kind: z.enum(['remove', 'restore', 'removeTasks']) }),
]);

export const listChecks: Checks<ListCalls> = {
  listStart: z.strictObject({ noun: listNoun }),
  list: z.strictObject({
    query: listQuery,
    from: z.int().check(z.gte(0)),
    count: z.int().check(z.gte(0), z.lte(500)),
  }),
  listIds: z.strictObject({ query: listQuery }),
  listValues: z.strictObject({ noun: listNoun, field: filled(120), text: text(200) }),
  bulk: z.strictObject({ noun: listNoun, ids: z.array(made7).check(z.maxLength(500)), change: bulkChange }),
  exportRows: z.strictObject({
    noun,
    format: z.enum(exportFormats),
    ids: z.array(id).check(z.maxLength(500)),
    first: z.boolean(),
    last: z.boolean(),
    written: z.int().check(z.gte(0)),
  }),
};

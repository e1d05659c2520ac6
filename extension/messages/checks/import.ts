import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import type { ImportCalls } from '../import.ts';
import { importRules, plannedRows } from '../import-schema.ts';
import { type Checks, filled, made7, nothing } from './shapes.ts';

export const importChecks: Checks<ImportCalls> = {
  importWorld: nothing,
  importStage: z.strictObject({
    id: made7,
    file: filled(limits.name),
    total: z.int().check(z.gte(0), z.lte(limits.importFile)),
    from: z.int().check(z.gte(0), z.lte(limits.importFile)),
    rows: plannedRows,
  }),
  importCheck: z.strictObject({ id: made7, rules: importRules }),
  importRun: z.strictObject({ id: made7, rules: importRules }),
  importState: nothing,
  importCancel: z.strictObject({ id: made7 }),
  importProblems: z.strictObject({ id: made7, from: z.int().check(z.gte(0)) }),
  importUndo: z.strictObject({ id: made7 }),
  imports: nothing,
  importForget: z.strictObject({ id: made7 }),
};

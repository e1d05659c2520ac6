import * as z from 'zod/mini';
import { verbs } from '../../shared/sync/mutation.ts';
import type { Calls, ToBackground } from './calls.ts';
import { captureChecks } from './checks/capture.ts';
import { composeChecks } from './checks/compose.ts';
import { deskChecks } from './checks/desk.ts';
import { fileChecks } from './checks/file.ts';
import { importChecks } from './checks/import.ts';
import { listChecks } from './checks/list.ts';
import { mergeChecks } from './checks/merge.ts';
import { pairChecks } from './checks/pairs.ts';
import { paletteChecks } from './checks/palette.ts';
import { promiseChecks } from './checks/promise.ts';
import { recordChecks } from './checks/record.ts';
import { rhythmChecks } from './checks/rhythm.ts';
import { rowChecks } from './checks/rows.ts';
import { ruleChecks } from './checks/rules.ts';
import { type Checks, maybe, text } from './checks/shapes.ts';
import { todayChecks } from './checks/today.ts';

const calls: Checks<Omit<Calls, 'act' | 'actAll'>> = {
  ...captureChecks,
  ...composeChecks,
  ...deskChecks,
  ...fileChecks,
  ...importChecks,
  ...listChecks,
  ...mergeChecks,
  ...pairChecks,
  ...paletteChecks,
  ...promiseChecks,
  ...recordChecks,
  ...rhythmChecks,
  ...rowChecks,
  ...ruleChecks,
  ...todayChecks,
};

const envelope = z.strictObject({
  id: z.int().check(z.gte(0)),
  call: z.string(),
  input: z.unknown(),
  place: z.optional(maybe(text(100))),
});
const act = z.strictObject({ verb: z.string(), input: z.unknown() });
export type CheckedCall = Exclude<ToBackground, { ping: true }> & { place: string | null };
/** `id` where it could be read, so that the asker can be told. */
export type Refused = { id: number | null; refused: string };

const schemaOf = (call: string): z.ZodMiniType | null =>
  Object.hasOwn(calls, call) ? calls[call as keyof typeof calls] : null;

function checkedAct(input: unknown): { verb: string; input: unknown } | null {
  const known = z.safeParse(act, input);
  if (!known.success || !Object.hasOwn(verbs, known.data.verb)) return null;
  const given = z.safeParse(verbs[known.data.verb as keyof typeof verbs] as z.ZodMiniType, known.data.input);
  return given.success ? { verb: known.data.verb, input: given.data } : null;
}

/** As many as one transaction of a browser takes without a pause that somebody sees. */
const actsAtOnce = z.strictObject({ changes: z.array(z.unknown()).check(z.minLength(1), z.maxLength(500)) });

function checkedActs(input: unknown): { verb: string; input: unknown }[] | null {
  const several = z.safeParse(actsAtOnce, input);
  if (!several.success) return null;
  const checked = several.data.changes.map(checkedAct);
  return checked.every((each) => each !== null) ? checked : null;
}

/** A call of the closed list with an input of its shape; nothing else gets past here. */
export function checkedCall(message: unknown): CheckedCall | Refused {
  const outer = z.safeParse(envelope, message);
  if (!outer.success) return { id: null, refused: 'envelope' };
  const { id: number, call, input, place = null } = outer.data;
  if (call === 'act') {
    const given = checkedAct(input);
    return given
      ? ({ id: number, call, input: given, place } as CheckedCall)
      : { id: number, refused: 'act' };
  }
  if (call === 'actAll') {
    const given = checkedActs(input);
    return given
      ? ({ id: number, call, input: { changes: given }, place } as CheckedCall)
      : { id: number, refused: 'actAll' };
  }
  const schema = schemaOf(call);
  if (!schema) return { id: number, refused: 'call' };
  const given = z.safeParse(schema, input);
  return given.success
    ? ({ id: number, call, input: given.data, place } as CheckedCall)
    : { id: number, refused: given.error.issues[0]?.path.join('.') || call };
}

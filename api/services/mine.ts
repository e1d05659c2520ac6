import type { InValue } from '@libsql/client';
import type { ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { PlainNoun } from '../../shared/sync/apply/plain.ts';
import { tableByNoun } from '../db/workspace/row.ts';
import { editPlain, there } from './plain.ts';
import { FRESH, type Plan } from './plan.ts';

const forbidden: ErrorCode = 'role.forbidden';
type OwnNoun = Extract<PlainNoun, 'view' | 'template' | 'logRule' | 'exclusion'>;

/** Guards of a noun whose rows are one's own, or the team's in the care of whoever made them. */
export function mineOf(noun: OwnNoun, unknown: ErrorCode) {
  const table = tableByNoun[noun];
  const made = `EXISTS (SELECT 1 FROM ${table} r WHERE r.id = :id AND r.created_by IS :by)`;
  return {
    /** Somebody else's own one is as unknown as a made-up one. [A6] */
    mineOrShared: `CASE WHEN NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.id = :id AND (r.private_to IS NULL OR r.private_to = :by)) THEN '${unknown}' END`,
    /** A shared one is changed by whoever made it, or by whoever may administer. [Q1] */
    mayChange: `CASE WHEN NOT ${made} AND NOT EXISTS (SELECT 1 FROM member WHERE id = :by AND role IN ('owner', 'admin')) THEN '${forbidden}' END`,
    /** Nobody takes another's from the team for themselves. [Q1] */
    mayHide: `CASE WHEN NOT ${made} THEN '${forbidden}' END`,
  };
}

/** The row that a plan adds is its maker's own, from its first statement on. */
export function asMine(noun: OwnNoun, plan: Plan): Plan {
  const [insert = '', ...rest] = plan.effects;
  const own = `UPDATE ${tableByNoun[noun]} SET private_to = :by WHERE id = :id AND ${FRESH}`;
  return { ...plan, effects: [insert, own, ...rest] };
}

/** Changes one's own row or a shared one; `private` takes it for oneself, or shares it. */
export function editMine(
  noun: 'view' | 'template',
  columns: Record<string, string>,
  unknown: ErrorCode,
  given: { id: Id; fields: Record<string, InValue | undefined>; private?: boolean | undefined },
): Plan {
  const { id, fields, private: hidden } = given;
  const { mineOrShared, mayChange, mayHide } = mineOf(noun, unknown);
  const refuse = [mineOrShared, there(noun, unknown), mayChange, ...(hidden ? [mayHide] : [])];
  const plan = editPlain(noun, columns, id, fields, refuse);
  if (hidden === undefined) return plan;
  const set = `UPDATE ${tableByNoun[noun]} SET private_to = ${hidden ? ':by' : 'NULL'} WHERE id = :id AND ${FRESH}`;
  return { ...plan, effects: [set, ...plan.effects] };
}

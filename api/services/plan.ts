import type { InStatement, InValue } from '@libsql/client';
import type { ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';

/** Who intends it and when; the same for every verb. */
export type Intent = { at: number; by: Id };

/**
 * A write verb as data: no reading beforehand, no branching on what the engine says. The claim row of (client,
 * number) decides in SQL, and each effect acts only if this very run was claimed (`RAN`, `FRESH`, `ALREADY`).
 */
export type Plan = {
  /** SQL expressions; the first that is not null is the code of the refusal. */
  refuse: string[];
  /** SQL expression: id of the row that already stands for this one, or null. */
  already?: string;
  effects: string[];
  /** What nearly every run needs, with fewer statements: tried first. */
  usual?: Usual;
  args: Record<string, InValue>;
};

/**
 * The short way for when no other row stands for this one. It is claimed only while that is so, as `applied`; a run
 * that was not claimed is made again by the whole plan.
 */
export type Usual = {
  effects: string[];
  /** SQL: not this time. */
  unless?: string;
  /** An entry made by it, whose parts of search are there: its full text is written with those of the whole group. */
  texts?: Id;
};

const claimed = (rest: string) =>
  `EXISTS (SELECT 1 FROM claim WHERE client_id = :client AND number = :number AND attempt = :attempt AND ${rest})`;

/** Not refused. */
export const RAN = claimed(`status <> 'refused'`);
/** Applied as asked. */
export const FRESH = claimed(`status = 'applied'`);
/** Another row stands for it. */
export const ALREADY = claimed(`status = 'already'`);
/** Refused with this code: what was meant is kept all the same. */
export const refusedAs = (code: ErrorCode): string => claimed(`status = 'refused' AND code = '${code}'`);
/** Id of that other row. */
export const ANSWER = `(SELECT answer FROM claim WHERE client_id = :client AND number = :number)`;

export type Claim = {
  client: Id;
  number: number;
  attempt: string;
  now: number;
  /** The order its client has read in; of another one nothing is claimed. */
  epoch?: string | undefined;
};

/** The statements of a plan, its claim first: the short way where it has one and `whole` does not say otherwise. */
export function statementsOf(plan: Plan, intent: Intent, claim: Claim, whole = false): InStatement[] {
  const args = {
    ...plan.args,
    by: intent.by,
    // A clock that runs ahead must not date a change after its arrival.
    at: Math.min(intent.at, claim.now),
    client: claim.client,
    number: claim.number,
    attempt: claim.attempt,
    now: claim.now,
    epoch: claim.epoch ?? null,
  };
  const usual = whole ? undefined : plan.usual;
  const effects = usual ? usual.effects : plan.effects;
  return [claimSql(plan, usual), ...effects].map((sql) => ({ sql, args: argsOf(sql, args) }));
}

/** Numbers have no gaps, so the last one of the client (of the same member) must stand right before. */
function claimSql(plan: Plan, usual: Usual | undefined): string {
  const refusal = plan.refuse.length > 0 ? `COALESCE(${[...plan.refuse, 'NULL'].join(', ')})` : 'NULL';
  return `INSERT INTO claim (client_id, number, member_id, attempt, at, code, answer, status)
SELECT :client, :number, :by, :attempt, :now, code, CASE WHEN code IS NULL THEN answer END,
  CASE WHEN code IS NOT NULL THEN 'refused' WHEN answer IS NOT NULL THEN 'already' ELSE 'applied' END
FROM (SELECT ${refusal} AS code, ${plan.already ?? 'NULL'} AS answer)
WHERE COALESCE((SELECT number FROM claim WHERE client_id = :client ORDER BY number DESC LIMIT 1), 0) = :number - 1
  AND COALESCE((SELECT member_id FROM claim WHERE client_id = :client ORDER BY number DESC LIMIT 1), :by) = :by
  AND (:epoch IS NULL OR :epoch = (SELECT value FROM meta WHERE key = 'epoch'))${
    usual ? ` AND answer IS NULL${usual.unless ? ` AND NOT (${usual.unless})` : ''}` : ''
  }
ON CONFLICT DO NOTHING`;
}

const names = new Map<string, string[]>();

/** The named arguments that a statement really has: engines differ in what they do with others, or with a missing one. */
export function argsOf(sql: string, all: Record<string, InValue>): Record<string, InValue> {
  let wanted = names.get(sql);
  if (!wanted) {
    wanted = Array.from(new Set(sql.match(/(?<![:\w]):[a-zA-Z]\w*/g) ?? []), (name) => name.slice(1));
    if (names.size < 2_000) names.set(sql, wanted);
  }
  const args: Record<string, InValue> = {};
  for (const name of wanted) {
    const value = all[name];
    if (value === undefined) throw new Error(`the statement needs :${name}: ${sql.slice(0, 80)}`);
    args[name] = value;
  }
  return args;
}

import { newBase } from '../../domain/row.ts';
import type { Interaction, Noun, Rows, Stage } from '../../domain/rows.ts';
import type { Id } from '../../kit/id.ts';
import type { Input, Verb } from '../mutation.ts';

/** One row as a mutation left it. With `deletedAt` it is gone. */
export type Changed = { [N in Noun]: { noun: N; row: Rows[N] } }[Noun];

export type RowRef = { noun: Noun; id: Id };

/** The rows a mutation may read. A missing one makes the mutation do nothing here; the server says why. */
export type World = {
  get<N extends Noun>(noun: N, id: Id): Rows[N] | undefined;
  /** A row as a mutation before this one removed it: the device has no other that is gone. */
  removed?<N extends Noun>(noun: N, id: Id): Rows[N] | undefined;
};
export type ApplyContext = {
  me: Id | null;
  /** Where a deal without a stage begins. */
  firstStage: Stage | null;
  /** The first logged living entry that carries one of this log's certain keys; a digest alone never makes it one. */
  sameMail: Interaction | null;
  /** Its promise is a task already, whoever took it. */
  taken?: boolean;
  /** Entries of a part of an import that are logged already. */
  logged?: ReadonlySet<Id>;
};
/** On what a verb is carried out, and when it was said. */
export type On = ApplyContext & { world: World; at: number };

/** What verbs of some nouns do. Each noun's file has its own; apply.ts puts them together. */
export type Applied<V extends Verb = Verb> = { [K in V]: (input: Input<K>, on: On) => Changed[] };
/** The verbs of a noun. */
export type VerbOf<N extends string> = Extract<Verb, `${N}.${string}`>;

/** A row as a change of it left it, or nothing where there is no such row. */
export const changed = <N extends Noun>(noun: N, row: Rows[N] | null | undefined): Changed[] =>
  row ? [{ noun, row } as Changed] : [];

/** Masked, or read by one who was let in: the server takes no change of it from this member. [A6] */
export const isOthers = (row: { privateTo: Id | null } | undefined, me: Id | null): boolean =>
  (row?.privateTo ?? null) !== null && row?.privateTo !== me;

/** Who adds it owns it, unless told otherwise; as on the server. */
export const owned = <T extends { ownerId: Id | null }>(input: T, me: Id | null): T => ({
  ...input,
  ownerId: input.ownerId ?? me,
});

/** What a release before did not send. */
export const party = <R, T>({ role, roleReason }: { role?: R | null; roleReason?: T | null }) => ({
  role: role ?? null,
  roleReason: roleReason ?? null,
});

/** A partial edit; a field given as undefined is one that was not given. Own fields change one by one. */
export function edited<T extends { updatedAt: number }>(row: T, fields: object, at: number): T {
  const next: Record<string, unknown> = { ...row, updatedAt: at };
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    next[name] = name === 'own' ? { ...(next.own as object), ...(value as object) } : value;
  }
  return next as T;
}

type Named = { id: Id };

/** Sets fields of a row that is there. */
export const editOf =
  (noun: Noun) =>
  ({ id, fields }: Named & { fields: object }, { world, at }: On): Changed[] => {
    const row = world.get(noun, id);
    return changed(noun, row && (edited(row, fields, at) as never));
  };

/** The row is gone here. */
export const removeOf =
  (noun: Noun) =>
  ({ id }: Named, { world, at }: On): Changed[] => {
    const row = world.get(noun, id);
    if (!row || row.deletedAt !== null) return [];
    return changed(noun, { ...row, deletedAt: at, updatedAt: at } as never);
  };

/** What was removed here and is not settled is there again at once; the rest the server brings back. */
export const restoreOf =
  (noun: Noun) =>
  ({ id }: Named, { world, at }: On): Changed[] => {
    const row = world.removed?.(noun, id);
    return changed(noun, row && ({ ...row, deletedAt: null, updatedAt: at } as never));
  };

/** A row that is what was said, and nothing else. */
export const addOf =
  (noun: Noun) =>
  (input: Named, { at, me }: On): Changed[] =>
    changed(noun, { ...newBase(input.id, at, me), ...input } as never);

import * as z from 'zod/mini';
import { type Noun, nouns, roles } from '../../shared/domain/rows.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import type { PushAnswer } from '../../shared/sync/mutation.ts';
import type { OlderPage } from '../mirror/older.ts';
import type { Device } from './device.ts';
import { completeRow, isRow } from './row-shape.ts';

z.config({ jitless: true });

// What a server says is checked before it is stored: it may be broken, older, newer or somebody else's.
// Objects are loose, so that fields of a newer server are kept. [D7]
const id = z.string().check(z.minLength(1), z.maxLength(100));
const knownNouns: ReadonlySet<string> = new Set(nouns);
const deltaShape = z.looseObject({
  epoch: z.string(),
  rows: z.array(z.unknown()),
  cursor: z.int().check(z.gte(0)),
  more: z.boolean(),
  total: z.number(),
  known: z.optional(z.int().check(z.gte(0))),
});

/** A delta whose every row has its noun's shape; null if any has not. Nouns of a newer server are left out. */
export function checkedDelta(answer: unknown): Delta | null {
  const delta = z.safeParse(deltaShape, answer);
  if (!delta.success) return null;
  const known: unknown[] = [];
  for (const item of delta.data.rows) {
    if (typeof item !== 'object' || item === null) return null;
    const { noun, seq, row } = item as Record<string, unknown>;
    if (typeof noun !== 'string' || typeof seq !== 'number') return null;
    if (!knownNouns.has(noun)) continue;
    completeRow(noun as Noun, row);
    if (!isRow(noun as Noun, row)) return null;
    known.push(item);
  }
  return { ...delta.data, rows: known } as unknown as Delta;
}

const olderShape = z.looseObject({
  rows: z.array(z.unknown()),
  more: z.boolean(),
  cursor: z.int().check(z.gte(0)),
});
export function checkedOlder(answer: unknown): OlderPage | null {
  const older = z.safeParse(olderShape, answer);
  if (!older.success) return null;
  for (const row of older.data.rows) completeRow('interaction', row);
  if (!older.data.rows.every((row) => isRow('interaction', row))) return null;
  return older.data as unknown as OlderPage;
}

const number = z.int().check(z.gte(1));
const pushShape = z.looseObject({
  results: z.array(
    z.union([
      z.looseObject({ number, status: z.literal('applied') }),
      z.looseObject({ number, status: z.literal('already'), answer: z.looseObject({ id }) }),
      z.looseObject({ number, status: z.literal('refused'), code: z.string() }),
    ]),
  ),
  cursor: z.int().check(z.gte(0)),
});
export function checkedPush(answer: unknown): PushAnswer | null {
  const push = z.safeParse(pushShape, answer);
  return push.success ? (push.data as unknown as PushAnswer) : null;
}

const token = z.string().check(z.minLength(20), z.maxLength(200));
const rotatedShape = z.looseObject({ token });
export function checkedToken(answer: unknown): { token: string } | null {
  const rotated = z.safeParse(rotatedShape, answer);
  return rotated.success ? { token: rotated.data.token } : null;
}

const pairedShape = z.looseObject({
  token,
  workspace: z.looseObject({ id, name: z.string().check(z.maxLength(300)) }),
  // An older server names no role.
  member: z.looseObject({ id, role: z.catch(z.enum(roles), 'member') }),
});
export type Paired = Pick<Device, 'token' | 'me' | 'workspaceId' | 'workspace' | 'role'>;
export function checkedPaired(answer: unknown): Paired | null {
  const paired = z.safeParse(pairedShape, answer);
  if (!paired.success) return null;
  const { token, workspace, member } = paired.data;
  return { token, workspaceId: workspace.id, workspace: workspace.name, me: member.id, role: member.role };
}

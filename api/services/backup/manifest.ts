import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Id } from '../../../shared/kit/id.ts';

/** Why a backup was made. Only the first two make room for newer ones; the others go by their age. */
export const backupKinds = [
  'scheduled',
  'manual',
  'before-restore',
  'before-delete',
  'before-upgrade',
] as const;
export type BackupKind = (typeof backupKinds)[number];

const part = z.strictObject({
  /** The directory, or a workspace by its id. */
  of: z.union([z.literal('directory'), z.uuid()]),
  /** Of a workspace, for people. */
  name: z.string().nullable(),
  file: z.string().regex(/^[\w-]+\.db$/),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Last migration. */
  level: z.string(),
  rows: z.record(z.string(), z.int()),
  /** What the check of the copy found; null: nothing. Only what a restore put aside may have a fault. */
  fault: z.string().nullable(),
});
export type BackupPart = z.infer<typeof part>;

const manifest = z.strictObject({
  format: z.literal(1),
  product: z.string(),
  kind: z.enum(backupKinds),
  /** When it was begun: everything acknowledged before is in it. */
  at: z.int(),
  engine: z.enum(['file', 'remote']),
  parts: z.array(part).min(1),
  /** Workspaces the directory knows whose database is not there. */
  missing: z.array(z.uuid()),
});
export type Manifest = z.infer<typeof manifest>;

/** Written last, so that a folder without it is no backup. */
export const manifestFile = 'manifest.json';

export type BackupState = 'whole' | 'unfinished' | 'damaged';
export type BackupListed = {
  /** Its folder's name, which is how it is asked for. */
  name: string;
  state: BackupState;
  /** Null where the manifest is missing or unreadable. */
  manifest: Manifest | null;
};

/** What a folder holds, without reading it whole: the checksums are for the restore. */
export function readBackup(folder: string, name: string): BackupListed {
  const path = join(folder, name);
  if (!existsSync(join(path, manifestFile))) return { name, state: 'unfinished', manifest: null };
  const text = readFileSync(join(path, manifestFile), 'utf8');
  const parsed = manifest.safeParse(jsonOf(text));
  if (!parsed.success) return { name, state: 'damaged', manifest: null };
  const there = parsed.data.parts.every(({ file, bytes }) => sizeOf(join(path, file)) === bytes);
  return { name, state: there ? 'whole' : 'damaged', manifest: parsed.data };
}

/** Every backup in a folder, the newest first. */
export function listBackups(folder: string): BackupListed[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && namePattern.test(entry.name))
    .map((entry) => readBackup(folder, entry.name))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

const namePattern = /^\d{4}-\d\d-\d\dT[\d-]+Z-[a-z-]+$/;

/** `2026-11-22T03-00-00-000Z-scheduled`: sorts by time, and stands for itself outside of its folder. */
export const nameOf = (kind: BackupKind, at: number): string =>
  `${new Date(at).toISOString().replace(/[:.]/g, '-')}-${kind}`;

/** The file of a part. A backup of nobody's workspace must not come to be. */
export function fileOf(of: 'directory' | Id): string {
  if (of === 'directory') return 'directory.db';
  if (!/^[0-9a-f-]{36}$/.test(of)) throw new Error(`"${of}" is no id of a workspace.`);
  return `workspace-${of}.db`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

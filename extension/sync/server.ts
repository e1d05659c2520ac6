import * as z from 'zod/mini';
import { partBytes } from '../../shared/domain/attachment/parts.ts';
import type { StagePace } from '../../shared/domain/rhythm/stage-pace.ts';
import { type Change, type Noun, roles } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Home, OlderPage } from '../mirror/older.ts';
import type { Paired } from './answers.ts';
import type { Device } from './device.ts';

z.config({ jitless: true });

const id = z.string().check(z.minLength(1), z.maxLength(100));
const name = z.string().check(z.maxLength(300));
const value = z.union([z.string(), z.number(), z.null()]);

const workspace = z.looseObject({ id, name, role: z.catch(z.enum(roles), 'member') });
/** A workspace that this person is a member of. */
export type MyWorkspace = Pick<z.infer<typeof workspace>, 'id' | 'name' | 'role'>;

const change = z.looseObject({
  id,
  noun: z.string(),
  rowId: id,
  field: z.string(),
  from: value,
  to: value,
  at: z.number(),
  by: z.nullable(z.string()),
  // An older server knows no proposals.
  state: z.catch(z.enum(['done', 'proposed']), 'done'),
});

/** A change and what the row is called that it is of; null for the row that was asked for. */
export type ChangeAbout = Change & { title: string | null };

const fileHeld = z.looseObject({ stored: z.boolean(), parts: z.array(z.int()).check(z.maxLength(1_000)) });
export type FileHeld = z.infer<typeof fileHeld>;
const filePart = z.looseObject({
  bytes: z.string().check(z.maxLength((partBytes / 3) * 4)),
  parts: z.int().check(z.gte(1), z.lte(1_000)),
});
export type FilePart = z.infer<typeof filePart>;

const at = z.number().check(z.gte(0), z.lte(8_640_000_000_000_000));
const touched = z.looseObject({
  touches: z.array(z.tuple([id, at, z.union([z.literal(0), z.literal(1)])])).check(z.maxLength(1_000)),
});
export type Touched = z.infer<typeof touched>;
const paces = z.array(z.looseObject({ stageId: id, won: z.int(), medianMs: z.number().check(z.gte(0)) }));

/** What is asked of a server beside sync; each call rejects with a CodedError. */
export type Server = {
  /** Turns a one-time code into this browser's place in a workspace. */
  claim(origin: string, code: string, deviceName: string): Promise<Paired>;
  /** A place in another workspace of the same person. */
  enter(device: Device, workspaceId: Id): Promise<Paired>;
  /** Takes this browser off the list of devices. */
  leave(device: Device): Promise<void>;
  workspaces(device: Device): Promise<MyWorkspace[]>;
  workspace(device: Device): Promise<{ id: Id; name: string }>;
  /** Entries of a contact, company or deal after one of them, newest first: what the mirror keeps no more. [D9] */
  older(device: Device, home: Home, after: { occurredAt: number; id: Id } | null): Promise<OlderPage>;
  /** Who changed what of a row, newest first. */
  history(device: Device, noun: Noun, rowId: Id): Promise<Change[]>;
  /** What changed of a row and of what hangs on it, newest first. */
  happenings(device: Device, home: Home, limit: number): Promise<ChangeAbout[]>;
  /** When mails went to and fro over a year. */
  touches(device: Device, home: Home): Promise<Touched>;
  /** How long won deals stood in each stage. */
  stagePaces(device: Device): Promise<StagePace[]>;
  /** Which parts of a file the server has. [H5] */
  fileHeld(device: Device, id: Id): Promise<FileHeld>;
  /** `bytes` in base64; `stored`: it has all of the file now. */
  putFile(device: Device, part: { id: Id; part: number; bytes: string }): Promise<{ stored: boolean }>;
  filePart(device: Device, part: { id: Id; part: number }): Promise<FilePart>;
};

/** The answer if it has the shape, else null. */
const shaped =
  <T>(shape: z.ZodMiniType) =>
  (answer: unknown): T | null => {
    const known = z.safeParse(shape, answer);
    return known.success ? (known.data as T) : null;
  };

export const checkedWorkspaces = shaped<MyWorkspace[]>(z.array(workspace));
export const checkedDevices = shaped<{ id: Id; here: boolean }[]>(
  z.array(z.looseObject({ id, here: z.boolean() })),
);
export const checkedWorkspace = shaped<{ id: Id; name: string }>(z.looseObject({ id, name }));
export const checkedHistory = shaped<Change[]>(z.array(change));
export const checkedHappenings = shaped<ChangeAbout[]>(
  z.array(z.extend(change, { title: z.nullable(z.string()) })),
);
export const checkedHeld = shaped<FileHeld>(fileHeld);
export const checkedStored = shaped<{ stored: boolean }>(z.looseObject({ stored: z.boolean() }));
export const checkedFilePart = shaped<FilePart>(filePart);
export const checkedTouches = shaped<Touched>(touched);
export const checkedPaces = shaped<StagePace[]>(paces);

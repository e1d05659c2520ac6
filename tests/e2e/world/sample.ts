import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import type { LinkMade } from '../../../api/admin/accounts.ts';
import { askServer } from '../../../api/admin/ask.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** A data folder that no process has open, copied for each world. */
export type Sample = {
  data: string;
  /** The instant before which the sample mails lie. */
  now: number;
  members: { nora: Id; mia: Id };
};

/** What a test must know of its copy. */
export type Filled = {
  data: string;
  now: Date;
  members: Sample['members'];
  /** Unused one-time codes. */
  codes: { nora: string[]; mia: string[] };
};

export const workspaceName = 'Fernhill';
/** A second workspace of Nora's. */
export const emptyWorkspace = 'Side project';

export const newId = (at = Date.now()): Id => idFrom(at, randomBytes(10));

/** A server process on a copy of the sample. Codes are asked of it, as they are good for minutes only. */
export async function serveSample(
  { data: sample, now, members }: Sample,
  data: string,
): Promise<{ server: ServerProcess; filled: Filled }> {
  cpSync(sample, data, { recursive: true });
  const server = await startServerProcess(data);
  const codesFor = (user: Id) => Promise.all(Array.from({ length: codesEach }, () => codeFor(data, user)));
  const codes = { nora: await codesFor(members.nora), mia: await codesFor(members.mia) };
  return { server, filled: { data, now: new Date(now), members, codes } };
}

const codesEach = 5;

async function codeFor(data: string, user: Id): Promise<string> {
  const { path } = (await askServer(data, 'pair', { user, workspace: workspaceName })) as LinkMade;
  return path.slice(path.indexOf('#') + 1);
}

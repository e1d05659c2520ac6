import { readFileSync } from 'node:fs';
import { CodedError, isErrorCode } from '../../shared/kit/error.ts';
import { SettingsError } from '../env.ts';
import { lockOwner } from '../lock.ts';
import { type Job, quietJob } from '../services/backup/keeper.ts';
import { type AdminLine, channelPath } from './verb.ts';

/** Said when a verb needs a running server. */
export class NotRunning extends SettingsError {
  constructor(data: string) {
    super(`No Sidebook server runs on ${data}; start it first, or set SIDEBOOK_DATA to its folder.`);
  }
}

/**
 * Asks the server that runs on this folder. Throws `NotRunning` when none does, else what the verb threw.
 * The lock decides, never the file: a killed server leaves its `admin.json` behind.
 */
export async function askServer(
  data: string,
  verb: string,
  input: unknown = null,
  { report, signal }: Job = quietJob,
): Promise<unknown> {
  const owner = lockOwner(data);
  if (owner === null) throw new NotRunning(data);
  const { port, secret } = channelOf(data, owner);
  const response = await fetch(`http://127.0.0.1:${port}/${verb}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
    body: JSON.stringify(input),
    signal,
    redirect: 'error',
  });
  if (response.status === 404) throw new SettingsError(`The running server does not know "${verb}".`);
  if (!response.ok || !response.body) throw new SettingsError('The running server refused to answer.');
  for await (const line of linesOf(response.body)) {
    if ('progress' in line) report(line.progress);
    else if ('result' in line) return line.result;
    else throw failureOf(line.error);
  }
  throw new SettingsError('The server ended before it answered.');
}

function channelOf(data: string, owner: number): { port: number; secret: string } {
  let found: { pid: number; port: number; secret: string } | null = null;
  try {
    found = JSON.parse(readFileSync(channelPath(data), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (found?.pid !== owner)
    throw new SettingsError(`The server (process ${owner}) is starting or stopping; try again in a moment.`);
  return found;
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<AdminLine> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as AdminLine;
  }
}

function failureOf({ code, message }: { code: string | null; message: string }): Error {
  if (!isErrorCode(code)) return new Error(message);
  return new CodedError(code, message.startsWith(`${code}: `) ? message.slice(code.length + 2) : undefined);
}

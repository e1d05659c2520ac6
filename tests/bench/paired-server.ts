import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Id, idFrom } from '../../shared/kit/id.ts';
import type { Input, Mutation, MutationResult, PushAnswer, Verb } from '../../shared/sync/mutation.ts';
import { type ServerProcess, startServerProcess } from '../e2e/world/server-process.ts';

/** A server of its own process with an empty workspace, and a device's token for it. */
export type PairedServer = {
  server: ServerProcess;
  token: string;
  /** One mutation by a client of its own; its result. */
  act<V extends Verb>(verb: V, input: Input<V>): Promise<MutationResult>;
  /** A link that pairs one more browser of the same member. */
  link(): Promise<string>;
  close(): Promise<void>;
};

export const newId = (): Id => idFrom(Date.now(), randomBytes(10));

/** @param data kept when given; else a fresh folder that is removed on close */
export async function startPairedServer(data?: string): Promise<PairedServer> {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'sidebook-bench-')));
  const server = await startServerProcess(folder);
  const code = server.output().match(/\/pair#(\S+)/)?.[1];
  if (!code) throw new Error(`The server gave no pairing link: ${server.output()}`);
  const post = async <T>(procedure: string, input: unknown, token?: string): Promise<T> => {
    const answer = await fetch(`${server.url}/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(input),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${procedure} answered ${answer.status}: ${text}`);
    return (JSON.parse(text) as { result: { data: T } }).result.data;
  };
  const { token } = await post<{ token: string }>('pairing.claim', { code, deviceName: 'bench' });
  const clientId = newId();
  let number = 0;
  return {
    server,
    token,
    async act(verb, input) {
      number += 1;
      const mutation = { number, verb, input, at: Date.now() } as Mutation;
      const { results } = await post<PushAnswer>(
        'sync.push',
        { clientId, confirmed: number - 1, mutations: [mutation] },
        token,
      );
      const [result] = results;
      if (!result) throw new Error('the server took no mutation');
      return result;
    },
    async link() {
      const made = await post<{ code: string }>('pairing.create', undefined, token);
      return `${server.url}/pair#${made.code}`;
    },
    async close() {
      await server.stop();
      if (!data) await rm(folder, { recursive: true, force: true });
    },
  };
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../api/start.ts';
import { act } from '../../extension/actions/core.ts';
import { note } from '../../extension/actions/note.ts';
import { personView } from '../../extension/actions/view/person.ts';
import { inRoot } from '../../tools/paths.ts';
import { paired } from './profile.ts';

// What the release before said to each other, against what is said now: browsers and servers update on days of their own.

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };
type Exchange = {
  method: string;
  path: string;
  input: { [field: string]: Json } | null;
  authorised: boolean;
  status: number;
  answer: Json;
};
const releases = ['0.1.0'];
const recordOf = async (release: string): Promise<Exchange[]> =>
  JSON.parse(await readFile(inRoot(`tests/fixtures/releases/${release}.json`), 'utf8')).exchanges;
const dataOf = (answer: Json) => (answer as { result: { data: Record<string, Json> } }).result.data;

/** Made anew in every workspace, or counted there. */
const ownOfServer = /^(id|seq|cursor|total|epoch|token|requestId|at|by|position|.*(At|By|Since|Id))$/;

/** Everything that stood in an old answer stands in the new one; what is more, the old client does not look at. */
function lacks(old: Json, now: Json | undefined, path: string): string[] {
  if (Array.isArray(old)) {
    if (!Array.isArray(now)) return [`${path} is no list`];
    return old.flatMap((item) =>
      now.some((each) => lacks(item, each, path).length === 0)
        ? []
        : [`${path} lacks ${JSON.stringify(item).slice(0, 200)}`],
    );
  }
  if (typeof old === 'object' && old !== null) {
    if (typeof now !== 'object' || now === null || Array.isArray(now)) return [`${path} is no object`];
    return Object.entries(old).flatMap(([field, value]) =>
      ownOfServer.test(field)
        ? typeof value === typeof now[field]
          ? []
          : [`${path}.${field} is ${typeof now[field]}`]
        : lacks(value, now[field], `${path}.${field}`),
    );
  }
  return old === now ? [] : [`${path} is ${JSON.stringify(now)} instead of ${JSON.stringify(old)}`];
}

test.each(
  releases,
)('[D7] [P3] the extension of release %s is served as its own server served it', async (release) => {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-release-'));
  const server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const link = await server.pairLink();
  let token = '';
  /** Who the recorded browser is here. */
  let me = (text: string) => text;
  let epoch: Json = null;
  let cursor: Json = 0;
  const ask = async ({ method, path, authorised }: Exchange, input: Exchange['input']) => {
    const query = method === 'GET' && input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    const answer = await fetch(`${server.origin}/trpc/${path}${query}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(authorised ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(method === 'POST' && input ? { body: JSON.stringify(input) } : {}),
    });
    return { status: answer.status, answer: (await answer.json()) as Json };
  };
  const lacking: string[] = [];
  for (const exchange of (await recordOf(release)).filter(({ status }) => status === 200)) {
    const { path, input } = exchange;
    const given =
      path === 'pairing.claim'
        ? { ...input, code: link.slice(link.indexOf('#') + 1) }
        : path === 'sync.pull'
          ? // A place is the server's own word: the client says it back.
            {
              ...input,
              epoch: input?.epoch === null ? null : epoch,
              cursor: input?.epoch === null ? 0 : cursor,
            }
          : (JSON.parse(me(JSON.stringify(input))) as Exchange['input']);
    const { status, answer } = await ask(exchange, given);
    expect([path, status, JSON.stringify(answer).slice(0, 300)]).toEqual([path, 200, expect.anything()]);
    const data = dataOf(answer);
    if (path === 'sync.pull') {
      epoch = data.epoch ?? null;
      cursor = data.cursor ?? 0;
    }
    const old = dataOf(exchange.answer);
    if (path === 'pairing.claim') {
      token = String(data.token);
      const [was, is] = [old, data].map(({ member }) => String((member as { id: Json }).id));
      me = (text) => text.replaceAll(was ?? '', is ?? '');
    }
    // Whose name the first member has is the server's to say.
    lacking.push(
      ...lacks({ ...old, member: null, workspace: null }, { ...data, member: null, workspace: null }, path),
    );
  }
  expect(lacking).toEqual([]);
});

/** A server of a release that answers what it answered, and refuses a word that it did not know. */
async function oldServer(record: readonly Exchange[]): Promise<string> {
  const answerTo = (path: string, status = 200) =>
    record.filter((each) => each.path === path && each.status === status).map(({ answer }) => answer);
  const pages = answerTo('sync.pull').map((answer) => dataOf(answer));
  const refused = answerTo('sync.pull', 400)[0] ?? null;
  const missing = answerTo('device.rotate', 404)[0] ?? null;
  const knows = (input: Record<string, Json>, words: string[]) =>
    Object.keys(input).every((word) => words.includes(word));
  const said = (data: Json): [number, Json] => [200, { result: { data } }];
  let end = 7;
  const answer = (path: string, input: Record<string, Json>): [number, Json] => {
    if (path === 'pairing.claim') return [200, answerTo(path)[0] ?? null];
    if (path === 'workspace.show') return said({ id: 'x', name: 'x' });
    if (path === 'sync.pull') {
      if (!knows(input, ['epoch', 'cursor', 'limit']) || Number(input.limit) > 1_000) return [400, refused];
      const first = pages[0] ?? {};
      return said(
        input.epoch === null
          ? first
          : { ...first, rows: [], cursor: Math.max(end, Number(input.cursor)), more: false },
      );
    }
    if (path === 'sync.push') {
      if (!knows(input, ['clientId', 'confirmed', 'mutations'])) return [400, refused];
      const results = (input.mutations as { number: number; verb: string; input: object }[]).map(
        ({ number, verb, input }) =>
          'private' in input || /restore|setPrivate|Access$/.test(verb)
            ? { number, status: 'refused', code: 'input.invalid', answer: null }
            : { number, status: 'applied', answer: null },
      );
      end += results.length;
      return said({ results, cursor: end });
    }
    return [404, missing];
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://old.example');
    const body = await bodyOf(request);
    const input = JSON.parse(body || url.searchParams.get('input') || '{}') as Record<string, Json>;
    const [status, given] = answer(url.pathname.slice('/trpc/'.length), input);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(given));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test.each(
  releases,
)('[D7] [P5] with a server of release %s the extension works on; what it cannot keep is parked, never shared', async (release) => {
  const origin = await oldServer(await recordOf(release));
  const core = await (await paired(`${origin}/pair#ABCD-EFGH`)).core();
  expect(await core.sync.link()).toMatchObject({ status: 'online', code: null });
  const contactId = core.newId();
  await act(core, {
    verb: 'task.add',
    input: {
      id: core.newId(),
      title: 'Call',
      dueDay: null,
      dueAt: null,
      contactId: null,
      companyId: null,
      dealId: null,
      ownerId: null,
    },
  });
  const about = { contactIds: [contactId], companyId: null, dealId: null };
  await note(core, { text: 'For all', about, page: null });
  await note(core, { text: 'For me', about, page: null, private: true });
  await core.sync.now();
  await core.sync.now();
  expect(await core.sync.link()).toMatchObject({
    status: 'online',
    waiting: 0,
    parked: [{ verb: 'interaction.log', code: 'input.invalid' }],
  });
  expect(await personView(core, contactId)).toBeNull();
});

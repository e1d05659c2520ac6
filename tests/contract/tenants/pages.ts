import { isAtLeast } from '../../../api/services/member/role.ts';
import type { Role } from '../../../shared/domain/rows.ts';
import { unzip } from '../unzip.ts';
import { origin } from './app.ts';
import { type Canary, canaries, nobody, password, type Signed, type Tenants } from './cast.ts';
import type { Ran } from './matrix.ts';
import type { Ids } from './rows.ts';

/** Who may pass; `:workspace` of the path names where a role counts. */
type Door = 'anybody' | 'signed in' | 'server owner' | Role;
type Served = { door: Door; form?: (of: Ids) => Record<string, string> };

/** Everything that is served beside procedures. What is served and not named here fails the matrix. */
const served: Record<string, Served> = {
  'GET /healthz': { door: 'anybody' },
  'GET /readyz': { door: 'anybody' },
  'GET /': { door: 'anybody' },
  'POST /workspaces': { door: 'server owner', form: () => ({ name: 'New' }) },
  'GET /setup': { door: 'anybody' },
  'POST /setup': {
    door: 'anybody',
    form: () => ({ code: 'x', name: 'X', email: 'x@x.example', password: 'x'.repeat(12) }),
  },
  'GET /sign-in': { door: 'anybody' },
  'POST /sign-in': { door: 'anybody', form: () => ({ email: 'x@x.example', password: 'wrong wrong' }) },
  'POST /sign-out': { door: 'anybody', form: () => ({}) },
  'GET /join': { door: 'anybody' },
  'POST /join': {
    door: 'anybody',
    form: () => ({ code: 'x', name: 'X', email: 'x@x.example', password: 'x'.repeat(12) }),
  },
  'GET /reset': { door: 'anybody' },
  'POST /reset': { door: 'anybody', form: () => ({ code: 'x', password: 'x'.repeat(12) }) },
  'GET /forgot': { door: 'anybody' },
  'POST /forgot': { door: 'anybody', form: () => ({ email: 'x@x.example' }) },
  'GET /pair': { door: 'anybody' },
  'POST /pair': { door: 'signed in', form: ({ workspace }) => ({ workspace }) },
  'GET /app': { door: 'anybody' },
  'GET /app/': { door: 'anybody' },
  'GET /app/service-worker.js': { door: 'anybody' },
  'GET /app/manifest.webmanifest': { door: 'anybody' },
  'GET /app/assets/:file': { door: 'anybody' },
  'GET /app/icon/:file': { door: 'anybody' },
  'GET /app/pair/:asked': { door: 'signed in' },
  'POST /app/pair/:asked': { door: 'signed in', form: ({ workspace }) => ({ workspace }) },
  'GET /devices': { door: 'signed in' },
  'POST /devices/revoke': { door: 'signed in', form: ({ workspace, device }) => ({ workspace, id: device }) },
  'POST /devices/everywhere': { door: 'signed in', form: () => ({}) },
  'GET /account': { door: 'signed in' },
  'POST /account/name': { door: 'signed in', form: () => ({ name: 'Renamed' }) },
  'POST /account/password': {
    door: 'signed in',
    form: () => ({ present: 'wrong', password: 'x'.repeat(12) }),
  },
  'GET /extension': { door: 'anybody' },
  'GET /extension/sidebook-chrome.zip': { door: 'anybody' },
  'GET /extension/sidebook-edge.zip': { door: 'anybody' },
  'GET /extension/sidebook-firefox.zip': { door: 'anybody' },
  'GET /server': { door: 'server owner' },
  'GET /w/:workspace/devices': { door: 'admin' },
  'POST /w/:workspace/devices/revoke': { door: 'admin', form: ({ device }) => ({ id: device }) },
  'GET /w/:workspace/members': { door: 'read-only' },
  'POST /w/:workspace/members/role': {
    door: 'admin',
    form: ({ member }) => ({ id: member, role: 'read-only' }),
  },
  'POST /w/:workspace/members/remove': { door: 'admin', form: ({ member }) => ({ id: member }) },
  'POST /w/:workspace/members/reset': { door: 'admin', form: ({ member }) => ({ id: member }) },
  'POST /w/:workspace/members/leave': { door: 'read-only', form: () => ({}) },
  'GET /w/:workspace/invitations': { door: 'admin' },
  'POST /w/:workspace/invitations': { door: 'admin', form: () => ({ role: 'member', email: '' }) },
  'POST /w/:workspace/invitations/revoke': { door: 'admin', form: ({ device }) => ({ id: device }) },
  'GET /w/:workspace/data': { door: 'owner' },
  'POST /w/:workspace/data/export': { door: 'owner', form: () => ({ present: password }) },
  'POST /w/:workspace/data/person': {
    door: 'owner',
    form: () => ({ email: `ada@${canaries.shared}.example`, present: password }),
  },
  'POST /w/:workspace/data/erase': {
    door: 'owner',
    form: () => ({ email: `ada@${canaries.shared}.example`, present: password, sure: 'yes' }),
  },
  'POST /w/:workspace/data/delete': {
    door: 'owner',
    form: () => ({ name: `Ours ${canaries.team}`, present: password }),
  },
  'POST /server/backup': { door: 'server owner', form: () => ({}) },
  'GET /w/:workspace/settings': { door: 'admin' },
  'POST /w/:workspace/settings': { door: 'admin', form: () => ({ name: 'Renamed' }) },
};

type Visitor = Pick<Signed, 'sees' | 'role' | 'at'> & { kind: string; headers: Record<string, string> };
type Said = { name: string; status: number; location: string; text: string };

/** Every page and step, by everybody who might come to it, from our own pages and from somebody else's. */
export async function runPages(tenants: Tenants): Promise<Ran> {
  const violations: string[] = [];
  let requests = 0;
  const violate = (what: string) => {
    if (violations.length < 40 && !violations.includes(what)) violations.push(what);
  };
  const ask = async (
    visitor: Visitor,
    method: string,
    path: string,
    form?: Record<string, string>,
    from = origin,
  ): Promise<Said> => {
    requests += 1;
    // What is tried too often is refused, which would hide who is refused anyway.
    tenants.nextMinute();
    const answer = await tenants.fetch(path, {
      method,
      headers: {
        accept: 'text/html',
        ...visitor.headers,
        ...(method === 'POST'
          ? { 'content-type': 'application/x-www-form-urlencoded', ...(from ? { origin: from } : {}) }
          : {}),
      },
      ...(method === 'POST' ? { body: new URLSearchParams(form).toString() } : {}),
    });
    const text = await answer.text();
    const name = `${visitor.kind}: ${method} ${path}`;
    const seen = `${text} ${JSON.stringify([...answer.headers])}`.toLowerCase();
    for (const [canary, word] of Object.entries(canaries) as [Canary, string][])
      if (!visitor.sees.includes(canary) && seen.includes(word)) violate(`${name} tells ${word}`);
    for (const token of tenants.tokens) if (text.includes(token)) violate(`${name} tells a token`);
    if (answer.status >= 500) violate(`${name}: ${answer.status}`);
    return { name, status: answer.status, location: answer.headers.get('location') ?? '', text };
  };

  const listed = tenants.routes.filter(({ path, method }) => !path.startsWith('/trpc') && method !== 'ALL');
  const people = await tenants.signIn();
  const visitors = visitorsOf(tenants, people);
  for (const { method, path } of listed) {
    const route = served[`${method} ${path}`];
    if (!route) {
      violate(
        `${method} ${path} is served and stands in no table: name its door in tests/contract/tenants/pages.ts`,
      );
      continue;
    }
    const { ours } = tenants.ids;
    const form = route.form?.(ours);
    const there = path.replace(':workspace', ours.workspace);
    const nowhere = path.replace(':workspace', nobody());
    const before = await tenants.directory();
    for (const visitor of visitors) {
      if (mayPass(visitor, route.door)) continue;
      const said = await ask(visitor, method, there, form);
      const isSentToSignIn = said.status === 303 && said.location.startsWith('/sign-in');
      if (visitor.role === null && visitor.kind !== 'removed member' ? !isSentToSignIn : said.status !== 404)
        violate(
          `${said.name}: ${said.status} ${said.location} instead of ${visitor.role ? 404 : '/sign-in'}`,
        );
      if (path.includes(':workspace')) {
        const other = await ask(visitor, method, nowhere, form);
        if (plain(said) !== plain(other)) violate(`${said.name} tells that there is such a workspace`);
      }
    }
    // A form of a foreign page, or of nowhere, by those who may: nothing is done.
    if (method === 'POST')
      for (const visitor of visitors)
        for (const from of ['https://evil.example', 'null', '']) {
          if (!mayPass(visitor, route.door) || visitor.role === null) continue;
          const said = await ask(visitor, method, there, form, from);
          if (said.status < 400) violate(`${said.name} from ${from || 'nowhere'}: ${said.status}`);
        }
    const after = await tenants.directory();
    if (after.join() !== before.join())
      violate(`${method} ${path} changed something for somebody who may not`);
    // By those who may look: a page, and no more than is theirs.
    if (method !== 'GET') continue;
    for (const visitor of visitors) {
      if (!mayPass(visitor, route.door)) continue;
      const said = await ask(visitor, method, there);
      // Whether the app was built, and holds a file of a made-up name, is another question.
      if (said.status >= 400 && !/setup|readyz|^\/app/.test(path))
        violate(`${said.name}: ${said.status}, although they may`);
    }
  }
  await exports(tenants, people, violate, () => {
    requests += 1;
  });
  await foreignIds(tenants, visitors, ask, violate);
  await wrongDoor(tenants, people, violate, () => {
    requests += 1;
  });
  return { requests, violations };
}

function visitorsOf({ strangers }: Tenants, people: readonly Signed[]): Visitor[] {
  const none = { sees: [], role: null, at: null } as const;
  const token = strangers.find(({ kind }) => kind === 'owner')?.token ?? '';
  const cookie = people.find(({ kind }) => kind === 'owner')?.cookie ?? '';
  return [
    { kind: 'signed out', headers: {}, ...none },
    { kind: 'garbage cookie', headers: { cookie: 'sidebook.session_token=garbage.garbage' }, ...none },
    // The first half of a session that counts, with another signature.
    { kind: 'forged cookie', headers: { cookie: `${cookie.slice(0, -12)}AAAAAAAAAAAA` }, ...none },
    { kind: 'device token as bearer', headers: { authorization: `Bearer ${token}` }, ...none },
    { kind: 'device token as cookie', headers: { cookie: `sidebook.session_token=${token}` }, ...none },
    ...people.map(({ cookie, ...person }) => ({ ...person, headers: { cookie } })),
  ];
}

function mayPass({ role, at, kind }: Visitor, door: Door): boolean {
  if (door === 'anybody') return true;
  const isSignedIn = role !== null || kind === 'removed member';
  if (door === 'signed in') return isSignedIn;
  // The first workspace of the server is ours, and its owner runs it.
  if (door === 'server owner') return at === 'ours' && role === 'owner';
  // Who is in both passes as a member of ours.
  if (kind === 'member of both, in the other') return isAtLeast('member', door);
  return at === 'ours' && role !== null && isAtLeast(role, door);
}

type Ask = (visitor: Visitor, method: string, path: string, form?: Record<string, string>) => Promise<Said>;

/** What an owner takes away: what they may read, and nothing of what colleagues keep to themselves. */
async function exports(
  { fetch, ids, nextMinute }: Tenants,
  people: readonly Signed[],
  violate: (what: string) => void,
  count: () => void,
) {
  const cookie = people.find(({ kind }) => kind === 'owner')?.cookie ?? '';
  const take = async (what: string, form: Record<string, string>) => {
    count();
    nextMinute();
    const answer = await fetch(`/w/${ids.ours.workspace}/data/${what}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, present: password }).toString(),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (answer.status !== 200) violate(`the owner gets no ${what}: ${answer.status}`);
    return answer.headers.get('content-type') === 'application/zip'
      ? JSON.stringify(unzip(bytes))
      : bytes.toString();
  };
  const taken = [
    await take('export', {}),
    await take('person', { email: `ada@${canaries.shared}.example` }),
    await take('person', { email: `ada@${canaries.olive}.example` }),
  ];
  for (const [at, text] of taken.entries()) {
    if (!text.includes(canaries.shared) && !text.includes(canaries.olive)) violate(`export ${at} is empty`);
    for (const word of [canaries.mia, canaries.let, canaries.theirs])
      if (text.toLowerCase().includes(word)) violate(`an export tells ${word}`);
  }
}

/** The owner of the other workspace, on pages of their own, with ids of our people and devices. */
async function foreignIds(
  { ids, directory }: Tenants,
  visitors: Visitor[],
  ask: Ask,
  violate: (what: string) => void,
) {
  const otto = visitors.find(({ kind }) => kind === 'other workspace’s owner');
  if (!otto) throw new Error('the other workspace has an owner');
  const before = await directory();
  for (const [route, { form }] of Object.entries(served)) {
    const [method = '', path = ''] = route.split(' ');
    const given = form?.(ids.ours);
    if (!given || method !== 'POST' || !('id' in given || 'workspace' in given)) continue;
    const there = path.replace(':workspace', ids.theirs.workspace);
    const asOurs = await ask(otto, method, there, given);
    const asNobodys = await ask(otto, method, there, {
      ...given,
      ...('id' in given ? { id: nobody() } : {}),
      ...('workspace' in given ? { workspace: nobody() } : {}),
    });
    if (plain(asOurs) !== plain(asNobodys)) violate(`${asOurs.name} tells of ids that are not theirs`);
  }
  if ((await directory()).join() !== before.join())
    violate('ids of our people and devices were of use in the other workspace');
}

/** A session is for pages alone. */
async function wrongDoor(
  { fetch, ids }: Tenants,
  people: readonly Signed[],
  violate: (what: string) => void,
  count: () => void,
) {
  for (const { cookie } of people)
    for (const path of [
      'workspace.show',
      'device.list',
      'workspace.list',
      `person.show?input=${encodeURIComponent(JSON.stringify({ contactId: ids.ours.contact }))}`,
    ]) {
      count();
      const answer = await fetch(`/trpc/${path}`, { headers: { cookie } });
      if (answer.status !== 401) violate(`a session was taken for a device at ${path}: ${answer.status}`);
    }
}

const plain = ({ status, location, text }: Said): string =>
  `${status} ${location} ${text}`
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/%[0-9A-F]{2}/g, '');

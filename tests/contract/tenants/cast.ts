import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Place } from '../../../api/db/open.ts';
import { readSettings } from '../../../api/env.ts';
import { makeDevices } from '../../../api/services/device/authorise.ts';
import { addMember } from '../../../api/services/member/add.ts';
import { claimPairing } from '../../../api/services/pairing/claim.ts';
import { createPairingCode } from '../../../api/services/pairing/create.ts';
import { createWorkspace } from '../../../api/services/workspace/create.ts';
import { openWorld } from '../../../api/world.ts';
import type { Role } from '../../../shared/domain/rows.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { type Engine, newId } from '../desk.ts';
import { startSqld } from '../sqld.ts';
import { type Fetch, type ServedApp, servedApp } from './app.ts';
import { type Ids, plantRows } from './rows.ts';

/** Words that stand in rows of somebody, and in no answer to anybody who may not read them. */
export const canaries = {
  /** In what all members of our workspace may read. */
  shared: 'canaryshared',
  /** In what is private to one member, or to the owner. */
  mia: 'canarymia',
  olive: 'canaryolive',
  /** Mia's own, and one colleague was let in. */
  let: 'canarylet',
  /** Names of the workspace and its people. */
  team: 'canaryteam',
  /** In the other workspace. */
  theirs: 'canarytheirs',
} as const;
export type Canary = keyof typeof canaries;

export type Kind =
  | 'signed out'
  | 'garbage token'
  | 'removed member'
  | 'revoked device'
  | 'spent token'
  | 'other workspace’s owner'
  | 'member of both, in the other'
  | 'read-only'
  | 'member'
  | 'admin'
  | 'owner'
  | 'author';

export type Stranger = {
  kind: Kind;
  /** What a request is answered with before anything is looked at; null: a member of the workspace in `at`. */
  refused: 'auth.required' | 'auth.removed' | 'auth.revoked' | null;
  role: Role | null;
  at: 'ours' | 'theirs' | null;
  sees: readonly Canary[];
  token: string | null;
};

/** Somebody with a session, as a browser keeps it. */
export type Signed = {
  kind: Kind;
  role: Role | null;
  at: 'ours' | 'theirs' | null;
  sees: readonly Canary[];
  cookie: string;
};

export type Tenants = {
  fetch: Fetch;
  routes: ServedApp['routes'];
  strangers: Stranger[];
  /** People who have just signed in on the server's pages: to sign out everywhere ends that too. */
  signIn: () => Promise<Signed[]>;
  ids: { ours: Ids; theirs: Ids };
  /** Everything that was logged, every token that was given. */
  log: () => string;
  tokens: string[];
  /** Who may do what in the directory, as text; sessions and times of last use left out. */
  directory: () => Promise<string[]>;
  /** A minute later, so that limits of tries begin anew. */
  nextMinute: () => void;
  /** The rows of our workspace by table, as text; what no stranger may change. */
  rows: () => Promise<Map<string, string[]>>;
  close: () => Promise<void>;
};

const at0 = 1_790_000_000_000;
/** Everybody's, on the server's pages. */
export const password = 'a password of the tests';

/** Two workspaces on one server, people of all kinds, and rows with canaries in every text. */
export async function openTenants(engine: Engine = 'file'): Promise<Tenants> {
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-tenants-'));
  const servers = engine === 'sqld' ? await Promise.all([startSqld(), startSqld(), startSqld()]) : [];
  const places = servers.map(({ url }): Place => ({ url, token: undefined }));
  let logged = '';
  const log = pino(
    { level: 'debug' },
    {
      write: (line: string) => {
        logged += line;
      },
    },
  );
  const clock = { now: at0 };
  const placed = new Map<Id, Place>();
  const settings = readSettings({ SIDEBOOK_DATA: folder });
  const [directory] = places;
  const world = await openWorld(
    {
      ...settings,
      ...(directory
        ? {
            directory,
            workspace: (id: Id) => {
              const known = placed.get(id) ?? places[placed.size + 1];
              if (!known) throw new Error('no database is left for a workspace');
              placed.set(id, known);
              return known;
            },
          }
        : {}),
    },
    log,
    { now: () => ++clock.now, random: (bytes) => Uint8Array.from(randomBytes(bytes)) },
  );
  const devices = makeDevices(world.directory, world.now);
  const { fetch, auth, routes } = servedApp({ world, devices, log, settings });
  const tokens: string[] = [];
  const person = (name: string, word: string) => ({
    id: newId(),
    name: `${name} ${word}`,
    email: `${name.toLowerCase()}.${word}@ours.example`,
  });
  const own = async (word: string, name: string, workspace: string, kind: 'home' | 'team') => {
    const owner = person(name, word);
    return {
      owner: owner.id,
      here: await createWorkspace(world, { name: `${workspace} ${word}`, kind, owner }),
    };
  };
  const ours = await own(canaries.team, 'Olive', 'Ours', 'home');
  const theirs = await own(canaries.theirs, 'Otto', 'Theirs', 'team');
  const join_ = async (name: string, role: Exclude<Role, 'owner'>, id?: Id): Promise<Id> =>
    addMember(world, ours.here, { ...person(name, canaries.team), role, ...(id ? { id } : {}) });
  const adam = await join_('Adam', 'admin');
  const mia = await join_('Mia', 'member');
  const max = await join_('Max', 'member');
  const rita = await join_('Rita', 'read-only');
  // Who is not to see our people's word has a name without it.
  const remy = await addMember(world, ours.here, {
    name: 'Remy',
    email: 'remy@gone.example',
    role: 'member',
  });
  const bea = await addMember(world, theirs.here, { name: 'Bea', email: 'bea@both.example', role: 'member' });
  await join_('Bea', 'member', bea);

  const pair = async (workspaceId: Id, userId: Id): Promise<string> => {
    const { code } = await createPairingCode(world, { workspaceId, userId });
    const { token } = await claimPairing(world, { code, deviceName: `device ${tokens.length}` });
    tokens.push(token);
    return token;
  };
  const inOurs = (userId: Id) => () => pair(ours.here.id, userId);
  const inTheirs = (userId: Id) => () => pair(theirs.here.id, userId);
  const deviceOf = async (token: string): Promise<Id> => {
    const caller = await devices.authorise(token);
    return caller.deviceId;
  };
  const revoked = async () => {
    const token = await pair(ours.here.id, max);
    const id = await deviceOf(token);
    await world.directory.execute('UPDATE device SET revoked_at = ? WHERE id = ?', [world.now(), id]);
    devices.forget();
    return token;
  };
  const spent = async () => {
    const token = await pair(ours.here.id, max);
    const ask = async (with_: string, path: string) =>
      fetch(`/trpc/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${with_}`, 'content-type': 'application/json' },
      });
    const answer = await ask(token, 'device.rotate');
    const { result } = (await answer.json()) as { result: { data: { token: string } } };
    tokens.push(result.data.token);
    // The first use of the next one.
    await ask(result.data.token, 'workspace.show');
    return token;
  };

  const tokenOf = {
    olive: await inOurs(ours.owner)(),
    mia: await inOurs(mia)(),
    max: await inOurs(max)(),
    otto: await inTheirs(theirs.owner)(),
    remy: await inOurs(remy)(),
  };
  const ids = {
    ours: await plantRows(fetch, {
      workspaceId: ours.here.id,
      members: { owner: ours.owner, author: mia, let: max, others: [adam, rita] },
      tokens: { owner: tokenOf.olive, author: tokenOf.mia, let: tokenOf.max },
      words: canaries,
      deviceIds: [await deviceOf(tokenOf.olive), await deviceOf(tokenOf.mia)],
    }),
    theirs: await plantRows(fetch, {
      workspaceId: theirs.here.id,
      members: { owner: theirs.owner, author: theirs.owner, let: theirs.owner, others: [] },
      tokens: { owner: tokenOf.otto, author: tokenOf.otto, let: null },
      words: {
        ...canaries,
        shared: canaries.theirs,
        mia: canaries.theirs,
        olive: canaries.theirs,
        let: canaries.theirs,
      },
      deviceIds: [await deviceOf(tokenOf.otto)],
    }),
  };
  await world.directory.execute('UPDATE membership SET removed_at = ? WHERE user_id = ?', [
    world.now(),
    remy,
  ]);
  devices.forget();

  const signIn = async (userId: Id): Promise<string> => {
    const { rows } = await world.directory.execute('SELECT email FROM user WHERE id = ?', [userId]);
    const signed = await auth.signIn(String(rows[0]?.email), password, new Headers());
    if (!signed) throw new Error('nobody was signed in');
    return signed.cookies.map((line) => line.split(';')[0]).join('; ');
  };

  const none = { role: null, at: null, sees: [] } as const;
  const member = async (kind: Kind, role: Role, userId: Id, sees: Canary[]): Promise<Stranger> => ({
    kind,
    refused: null,
    role,
    at: 'ours',
    sees: ['shared', 'team', ...sees],
    token: await inOurs(userId)(),
  });
  const strangers: Stranger[] = [
    { kind: 'signed out', refused: 'auth.required', ...none, token: null },
    {
      kind: 'garbage token',
      refused: 'auth.required',
      ...none,
      token: randomBytes(32).toString('base64url'),
    },
    { kind: 'removed member', refused: 'auth.removed', ...none, token: tokenOf.remy },
    { kind: 'revoked device', refused: 'auth.revoked', ...none, token: await revoked() },
    { kind: 'spent token', refused: 'auth.revoked', ...none, token: await spent() },
    {
      kind: 'other workspace’s owner',
      refused: null,
      role: 'owner',
      at: 'theirs',
      sees: ['theirs'],
      token: await inTheirs(theirs.owner)(),
    },
    {
      kind: 'member of both, in the other',
      refused: null,
      role: 'member',
      at: 'theirs',
      // That there is such a workspace, and what she is called there.
      sees: ['theirs', 'team'],
      token: await inTheirs(bea)(),
    },
    await member('read-only', 'read-only', rita, []),
    await member('member', 'member', max, ['let']),
    await member('admin', 'admin', adam, []),
    await member('owner', 'owner', ours.owner, ['olive']),
    await member('author', 'member', mia, ['mia', 'let']),
  ];

  const people: [Kind, Id, Role | null, 'ours' | 'theirs' | null, Canary[]][] = [
    ['removed member', remy, null, null, []],
    ['other workspace’s owner', theirs.owner, 'owner', 'theirs', ['theirs']],
    ['member of both, in the other', bea, 'member', 'theirs', ['theirs', 'team']],
    ['read-only', rita, 'read-only', 'ours', ['team']],
    ['member', max, 'member', 'ours', ['team']],
    ['admin', adam, 'admin', 'ours', ['team']],
    ['owner', ours.owner, 'owner', 'ours', ['team']],
  ];
  for (const [, userId] of people)
    await world.directory.execute(
      `INSERT INTO account (id, user_id, provider_id, account_id, password, created_at, updated_at) VALUES (?, ?, 'credential', ?, ?, 0, 0)`,
      [newId(), userId, userId, await auth.hash(password)],
    );

  return {
    fetch,
    routes,
    signIn: async () => {
      const signed: Signed[] = [];
      for (const [kind, userId, role, at, sees] of people)
        signed.push({ kind, role, at, sees, cookie: await signIn(userId) });
      return signed;
    },
    strangers,
    ids,
    log: () => logged,
    tokens,
    nextMinute: () => {
      clock.now += 60_000;
    },
    rows: async () => {
      const { db } = ours.here;
      const tables = await db.execute(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' ORDER BY name`,
      );
      const all = new Map<string, string[]>();
      for (const { name } of tables.rows) {
        const { rows } = await db.execute(`SELECT * FROM "${name}"`);
        all.set(
          String(name),
          rows.map((row) => JSON.stringify(row)),
        );
      }
      return all;
    },
    directory: async () => {
      const tables = [
        'membership',
        'workspace',
        'device',
        'device_token',
        'invitation',
        'one_time_link',
        'pairing_code',
        'user',
        'account',
      ];
      const all = [];
      for (const name of tables) {
        const { rows } = await world.directory.execute(`SELECT * FROM "${name}"`);
        for (const row of rows) all.push(`${name} ${JSON.stringify({ ...row, last_seen_at: null })}`);
      }
      return all.sort();
    },
    close: async () => {
      await world.close();
      for (const server of servers) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An id that nothing has. */
export const nobody = (): Id => idFrom(at0, Uint8Array.from(randomBytes(10)));

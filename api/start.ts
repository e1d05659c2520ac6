import { mkdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { serve } from '@hono/node-server';
import * as m from '../shared/i18n/compiled/messages.js';
import { CodedError } from '../shared/kit/error.ts';
import { type Id, idFrom } from '../shared/kit/id.ts';
import { openChannel } from './admin/channel.ts';
import { adminVerbs } from './admin/verbs.ts';
import { readSettings, type Settings, SettingsError } from './env.ts';
import { makeApp } from './http/app.ts';
import { makeShed } from './http/shed.ts';
import { stoppable } from './http/stop.ts';
import { lockData } from './lock.ts';
import { type Log, makeLog } from './log.ts';
import { makeMailer } from './mail.ts';
import { secretOf } from './secret.ts';
import { makeAuth } from './services/account/auth.ts';
import { createLink } from './services/account/link.ts';
import { isSetUp } from './services/account/set-up.ts';
import { type Keeper, makeKeeper } from './services/backup/keeper.ts';
import { startSchedule } from './services/backup/schedule.ts';
import { type Devices, makeDevices } from './services/device/authorise.ts';
import { adoptMembers } from './services/member/adopt.ts';
import { createPairingCode } from './services/pairing/create.ts';
import type { Hub } from './services/sync/hub.ts';
import { createWorkspace } from './services/workspace/create.ts';
import { listWorkspaces } from './services/workspace/list.ts';
import { findOwner, type Owner } from './services/workspace/owner.ts';
import { workspaceIfThere } from './services/workspace/there.ts';
import { type OpenWorld, openWorld } from './world.ts';

export type Running = {
  /** By which people reach it, e.g. `http://127.0.0.1:8787` or the public one. */
  origin: string;
  owner: Owner;
  /** The workspace that a browser paired by hand starts in. */
  home: Id;
  /** By which the first person gives the owner a name, an address and a password; null once that is done. */
  setupLink: string | null;
  /** For verbs of api/services that are called in this process. */
  world: OpenWorld;
  /** For work on whole databases. */
  keeper: Keeper;
  /** A fresh one-time link; into `home` and for the owner unless told otherwise. */
  pairLink: (to?: { workspaceId?: Id; userId?: Id }) => Promise<string>;
  /** Readiness off, no new connections, all answered, logs written back, lock given back. */
  close: () => Promise<void>;
};

/** Starts a server by its environment, or throws a `SettingsError` whose message is one sentence. */
export async function startServer(
  env: Record<string, string | undefined>,
  options: { log?: Log } = {},
): Promise<Running> {
  const settings = readSettings(env);
  const log = options.log ?? makeLog(settings.logLevel);
  // Customers' data: of no other account of this machine.
  mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  const unlock = lockData(settings.data);
  let world: OpenWorld | undefined;
  try {
    world = await openWorld(settings, log);
    const { owner, home } = await firstStart(world, settings, log);
    return await listen({ settings, log, world, owner, home, unlock });
  } catch (error) {
    await world?.close();
    unlock();
    throw asSettingsError(error);
  }
}

/** One owner and one empty workspace, made when there is none. */
async function firstStart(
  world: OpenWorld,
  { locale }: Settings,
  log: Log,
): Promise<{ owner: Owner; home: Id }> {
  const say = { locale };
  const known = await findOwner(world);
  const owner = known ?? { id: freshId(world), name: m.server_owner({}, say), email: null };
  await adoptMembers(world);
  const homes = (await listWorkspaces(world.directory)).filter(({ kind }) => kind === 'home');
  if (homes[0]) {
    // One whose database is gone keeps nobody from the others.
    if (!(await workspaceIfThere(world, homes[0].id)))
      log.error({ workspace: homes[0].id }, 'its database is not there; restore it from a backup');
    return { owner, home: homes[0].id };
  }
  const home = await createWorkspace(world, {
    name: m.server_home_workspace({}, say),
    kind: 'home',
    owner,
    locale,
  });
  return { owner, home: home.id };
}

const freshId = (world: OpenWorld): Id => idFrom(world.now(), world.random(10));

type Parts = { settings: Settings; log: Log; world: OpenWorld; owner: Owner; home: Id; unlock: () => void };

async function listen({ settings, log, world, owner, home, unlock }: Parts): Promise<Running> {
  let stopping = false;
  const devices = checking(makeDevices(world.directory, world.now), world.hub);
  const { publicOrigin, proxies } = settings;
  const auth = makeAuth(world.directory, { secret: secretOf(settings), publicUrl: publicOrigin });
  const mailer = settings.smtp && makeMailer(settings.smtp, log);
  const keeper = makeKeeper({ world, settings, log, changed: devices.forget });
  const app = makeApp({
    world,
    devices,
    log,
    isStopping: () => stopping,
    proxies,
    publicOrigin,
    auth,
    mailer,
    keeper,
  });
  const { stop, port } = await bound(app.fetch, settings, shedFor(world));
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const near = `http://${settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : host}:${port}`;
  const origin = settings.publicOrigin ?? near;
  const setupLink = await setupLinkOf(world, owner, origin);
  if (setupLink) log.info({ setupLink }, 'open this link once to set up the server');
  const channel = await openChannel(settings.data, adminVerbs(keeper), log);
  const schedule = startSchedule(keeper);
  let closing: Promise<void> | undefined;
  return {
    origin,
    owner,
    home,
    world,
    keeper,
    setupLink,
    pairLink: async (to = {}) => {
      const { code } = await createPairingCode(world, { workspaceId: home, userId: owner.id, ...to });
      return `${origin}/pair#${code}`;
    },
    close: () => {
      stopping = true;
      schedule.stop();
      world.hub.close();
      closing ??= channel
        .close()
        .then(stop)
        .then(() => world.close())
        .finally(unlock);
      return closing;
    },
  };
}

/** Open streams hear of a revoked device or a removed member at once. */
const checking = (devices: Devices, hub: Hub): Devices => ({
  ...devices,
  forget: () => {
    devices.forget();
    hub.check();
  },
});

/** The owner that the first start made becomes somebody by this link alone. */
async function setupLinkOf(world: OpenWorld, owner: Owner, origin: string): Promise<string | null> {
  if (await isSetUp(world)) return null;
  const { code } = await createLink(world, { userId: owner.id, kind: 'setup' });
  return `${origin}/setup#${code}`;
}

const shedFor = (world: OpenWorld) =>
  makeShed({
    now: () => performance.now(),
    afterTurn: setImmediate,
    writesWaiting: () => world.opened().reduce((sum, { writer }) => sum + writer.depth(), 0),
    random: Math.random,
  });

function bound(
  fetch: Parameters<typeof serve>[0]['fetch'],
  { port, host }: Settings,
  shed: ReturnType<typeof makeShed>,
) {
  const guarded = (options: ServerOptions, listener?: RequestListener) =>
    createServer(options, (request, response) => {
      if (!shed.refuses(request, response)) listener?.(request, response);
    });

  return new Promise<{ stop: () => Promise<void>; port: number }>((resolve, reject) => {
    const server = serve(
      { fetch, port, hostname: host, createServer: guarded as typeof createServer },
      (info) => resolve({ stop, port: info.port }),
    );
    const stop = stoppable(server as Server);
    server.once('error', reject);
  });
}

/** What an operator can mend, as a sentence; anything else stays what it is. */
function asSettingsError(error: unknown): unknown {
  const { code, port, address } = error as { code?: unknown; port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return new SettingsError(
      `Port ${port} is taken by another program; stop it, or choose another port with PORT=8788.`,
    );
  if (code === 'EACCES')
    return new SettingsError(`Port ${port} at ${address} may not be used by this account.`);
  if (error instanceof CodedError && error.code === 'server.newer')
    return new SettingsError(
      `The database was written by a newer Sidebook (${error.detail}); start that version, or restore a copy from before it.`,
    );
  return error;
}

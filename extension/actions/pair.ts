import { CodedError } from '../../shared/kit/error.ts';
import { placeToFill } from '../settings/places.ts';
import type { Paired } from '../sync/answers.ts';
import { parsePairLink } from '../sync/pair-link.ts';
import type { MyWorkspace } from '../sync/server.ts';
import type { Core, Desk } from './core.ts';
import type { Workspaces } from './workspaces.ts';

/** A code for a place in a workspace; a revoked place of the same member is filled again, with what waits in it. */
export async function pair(
  desk: Desk,
  workspaces: Workspaces,
  pasted: string,
  deviceName: string,
): Promise<Core> {
  const link = parsePairLink(pasted);
  if (!link) throw new CodedError('input.invalid', 'link');
  return settle(desk, workspaces, link.origin, await desk.server.claim(link.origin, link.code, deviceName));
}

/** Another workspace of the same person on the same server, without a code. */
export async function enter(core: Core, workspaces: Workspaces, workspaceId: string): Promise<Core> {
  const { server, paired } = await core.sync.ask(async (device) => ({
    server: device.server,
    paired: await core.server.enter(device, workspaceId),
  }));
  return settle(core, workspaces, server, paired);
}

/** The workspaces of this person on this server that are not in this browser yet. */
export async function otherWorkspaces(core: Core): Promise<MyWorkspace[]> {
  const { server, all } = await core.sync.ask(async (device) => ({
    server: device.server,
    all: await core.server.workspaces(device),
  }));
  const here = core.settings.get().places.filter((place) => place.server === server);
  return all.filter(({ id }) => !here.some((place) => place.workspaceId === id));
}

/** A place of an earlier release learns which workspace it is. */
export async function learnWorkspace(core: Core): Promise<void> {
  if (core.device.get()?.workspaceId !== '' || (await core.sync.link()).status !== 'online') return;
  try {
    const { id, name } = await core.sync.ask((device) => core.server.workspace(device));
    await core.device.change({ workspaceId: id, workspace: name });
  } catch (cause) {
    // Without an answer it is asked the next time.
    if (!(cause instanceof CodedError)) throw cause;
  }
}

async function settle(desk: Desk, workspaces: Workspaces, server: string, paired: Paired): Promise<Core> {
  const { settings } = desk;
  const kept = settings.get();
  const { id, known } = placeToFill(kept, { server, ...paired }, desk.newId);
  const place = known ? { ...known, ...paired, nextToken: null } : { id, server, nextToken: null, ...paired };
  await settings.set({
    places: [...kept.places.filter((each) => each.id !== id), place],
    current: id,
    ended: kept.ended.filter(({ workspace }) => workspace !== paired.workspace),
  });
  const core = await workspaces.named(id);
  if (!core) throw new CodedError('unpaired');
  void core.sync.now();
  return core;
}

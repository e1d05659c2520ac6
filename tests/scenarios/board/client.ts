import { pull } from '../../../api/services/sync/pull.ts';
import { push } from '../../../api/services/sync/push.ts';
import type { Core } from '../../../extension/actions/core.ts';
import { openLists } from '../../../extension/list/lists.ts';
import { memoryStore } from '../../../extension/mirror/memory-store.ts';
import { openMirror } from '../../../extension/mirror/mirror.ts';
import { openSpare } from '../../../extension/outbox/spare.ts';
import { checkedDelta, checkedPush } from '../../../extension/sync/answers.ts';
import type { Device, DeviceSlot } from '../../../extension/sync/device.ts';
import { openSync } from '../../../extension/sync/sync.ts';
import type { Role } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { type Desk, newId } from '../../contract/desk.ts';

export type BoardClient = { core: Core; online: boolean };

/** The extension's own rooms in memory, on the services of a server: no wire between them but JSON. */
export async function openClient(desk: Desk, me: Id, role: Role): Promise<BoardClient> {
  const client = { online: true } as BoardClient;
  const now = () => desk.clock.now;
  const mirror = await openMirror(memoryStore());
  let device: Device | null = {
    server: 'http://desk.example',
    workspaceId: desk.here.id,
    workspace: 'Desk',
    me,
    role,
    token: 'token',
    nextToken: null,
    tokenAt: now(),
  };
  const slot: DeviceSlot = {
    get: () => device,
    change: async (fields) => {
      device = fields && device ? { ...device, ...fields } : null;
    },
  };
  const wire = async <T>(answer: () => Promise<unknown>, check: (json: unknown) => T | null): Promise<T> => {
    if (!client.online) throw new CodedError('server.unreachable');
    const checked = check(JSON.parse(JSON.stringify(await answer())));
    if (!checked) throw new Error('an answer of another shape');
    return checked;
  };
  const report = (cause: unknown) => {
    throw cause;
  };
  const kept = new Map<string, unknown>();
  const spare = openSpare({
    place: 'first',
    mirror,
    newId,
    area: {
      all: async () => Object.fromEntries(kept),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) kept.set(key, value);
      },
      remove: async (keys) => {
        for (const key of keys) kept.delete(key);
      },
    },
  });
  const sync = openSync({
    mirror,
    device: slot,
    spare,
    newId,
    report,
    time: { now, random: () => 0, after: () => () => undefined },
    remote: () => ({
      push: (input) => wire(() => push(desk.here, { userId: me, role }, input), checkedPush),
      pull: (input) =>
        wire(async () => JSON.parse(await pull(desk.here.db, me, input)) as unknown, checkedDelta),
      rotate: () => Promise.reject(new CodedError('server.unreachable')),
      touch: async () => undefined,
      live: () => Promise.reject(new CodedError('server.unreachable')),
    }),
  });
  const today = () => '2026-09-21';
  const lists = openLists({
    ...{ mirror, me: () => me, today, zone: () => 'UTC', locale: () => 'en', report },
    whenIdle: () => () => undefined,
  });
  client.core = { mirror, sync, lists, device: slot, now, newId, today } as unknown as Core;
  return client;
}

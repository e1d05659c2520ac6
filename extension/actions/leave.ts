import { CodedError } from '../../shared/kit/error.ts';
import type { Office } from './asker.ts';

/** Signs this browser out of all its workspaces and keeps nothing; what waits is told first, unless it may be lost. */
export async function leave(
  { desk, workspaces }: Pick<Office, 'desk' | 'workspaces'>,
  anyway: boolean,
): Promise<{ waiting: number }> {
  const links = await Promise.all((await workspaces.all()).map(({ sync }) => sync.link()));
  const waiting = links.reduce((sum, link) => sum + link.waiting + link.parked.length, 0);
  if (waiting > 0 && !anyway) return { waiting };
  const { places } = desk.settings.get();
  for (const { id } of places) await workspaces.remove(id);
  await desk.settings.set({ bound: {}, privateMailboxes: [], ended: [] });
  // Nobody waits for the servers: a token that is forgotten here is of no use, it only stands in a list.
  for (const place of places) desk.server.leave(place).catch(unlessCoded);
  return { waiting: 0 };
}

/** Offline, or revoked already. */
function unlessCoded(cause: unknown): void {
  if (!(cause instanceof CodedError)) reportError(cause);
}

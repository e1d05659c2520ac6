import type { Office } from './asker.ts';
import { levelReport } from './level-report.ts';

/** Versions, levels and counts: nothing that was read or typed, no address, no name. */
export const healthOf =
  (version: string) =>
  async ({ desk, workspaces }: Pick<Office, 'desk' | 'workspaces'>): Promise<string> => {
    const mailboxes = desk.sessions.tabs().flatMap((tabId) => {
      const { health } = desk.sessions.get(tabId);
      return health ? [levelReport(health)] : [];
    });
    const links = await Promise.all(
      workspaces.opened().map(async ({ sync, mirror, lists }) => {
        const { status, code, waiting, parked } = await sync.link();
        const { rows, bytes } = lists.weight();
        const kept = rows > 0 ? ` lists=${rows}/${Math.ceil(bytes / 1e6)}MB` : '';
        return `link=${status}${code ? `/${code}` : ''} waiting=${waiting} parked=${parked.length} version=${mirror.version}${kept}`;
      }),
    );
    return [
      `sidebook ${version}`,
      /(Firefox|Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'browser',
      `workspaces=${desk.settings.get().places.length}`,
      ...links,
      `locale=${desk.settings.locale()}`,
      ...mailboxes,
    ].join(' · ');
  };

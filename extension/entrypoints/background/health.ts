import { browser } from 'wxt/browser';
import type { Core } from '../../actions/core.ts';

/** Versions, levels and counts: nothing that was read or typed, no address, no name. */
export async function healthLine(core: Core): Promise<string> {
  const link = await core.sync.link();
  const { version } = browser.runtime.getManifest();
  const mailboxes = core.sessions.tabs().flatMap((tabId) => {
    const { health } = core.sessions.get(tabId);
    if (!health) return [];
    const failed = health.probes
      .filter((probe) => probe.failed > 0)
      .map(({ name, failed }) => `${name}:${failed}`);
    return [
      `gmail=${health.level}/${health.place ?? '-'}${failed.length > 0 ? ` failed=${failed.join(',')}` : ''}`,
    ];
  });
  return [
    `sidebook ${version}`,
    /(Firefox|Edg|Chrome)\/\d+/.exec(navigator.userAgent)?.[0] ?? 'browser',
    `link=${link.status}${link.code ? `/${link.code}` : ''}`,
    `waiting=${link.waiting} parked=${link.parked.length}`,
    `version=${core.mirror.version}`,
    `locale=${core.settings.locale()}`,
    ...mailboxes,
  ].join(' · ');
}

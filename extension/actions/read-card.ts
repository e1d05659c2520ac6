import { CodedError } from '../../shared/kit/error.ts';
import type { Core } from './core.ts';

/** Reads a vCard that the tab's page links to, and shows whom it tells of; the request stands in the ledger. */
export async function readCard(core: Core, tabId: number, url: string): Promise<{ found: number }> {
  const { shown } = core.sessions.get(tabId);
  if (shown.kind !== 'page' || !shown.screen.cards?.includes(url))
    throw new CodedError('page.unreadable', 'card');
  const { sightings, status, bytes } = await core.readCard(tabId, url);
  await core.ledger.note({
    at: core.now(),
    method: 'GET',
    url,
    purpose: 'card',
    status,
    sent: 0,
    received: bytes,
  });
  const now = core.sessions.get(tabId).shown;
  if (now.kind !== 'page' || now.screen.url !== shown.screen.url) return { found: 0 };
  const people = sightings.filter(({ kind }) => kind === 'person');
  core.sessions.change(tabId, { shown: { ...now, read: [...(now.read ?? []), ...people].slice(0, 200) } });
  return { found: people.length };
}

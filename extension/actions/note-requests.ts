import type { MailRead } from '../gmail/surface.ts';
import type { Core } from './core.ts';

/** What the read asked of the mailbox's own host stands in the ledger like everything else. */
export async function noteRequests(core: Core, read: Pick<MailRead, 'requests'>): Promise<void> {
  for (const { url, ok, bytes } of read.requests) {
    const { origin, pathname } = URL.canParse(url) ? new URL(url) : { origin: url, pathname: '' };
    await core.ledger.note({
      at: core.now(),
      method: 'GET',
      url: origin + pathname,
      purpose: 'original',
      status: ok ? 200 : null,
      sent: 0,
      received: bytes,
    });
  }
}

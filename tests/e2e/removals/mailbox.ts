import type { Page } from 'playwright-core';
import { openOffice } from '../../doubles/gmail/office.ts';
import { type StandIn, standInGmail } from '../../doubles/gmail/standin.ts';

const minutesApart = 10;

/** The same mailbox with mails of its own: what one walk logs, the next has not. */
export function ownMailbox(number: number): StandIn {
  const now = new Date(Date.now() - number * minutesApart * 60_000);
  const office = openOffice(now);
  for (const { mails } of office.correspondences)
    for (const mail of mails) mail.messageId = `${number}.${mail.messageId}`;
  return standInGmail({ now, office });
}

/** Lets this one tab be answered by a mailbox of its own. */
export async function serve(page: Page, mailbox: StandIn): Promise<void> {
  await page.route('https://mail.google.com/**', async (route) => {
    const request = route.request();
    const answer = await mailbox.handle({
      method: request.method(),
      url: request.url(),
      headers: request.headers(),
      body: request.postData(),
    });
    // A page that is closed takes no answer any more.
    await route.fulfill(answer).catch(() => undefined);
  });
}

import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { MessageInPage } from './dom/messages.ts';
import type { ThreadInPage } from './dom/thread.ts';
import { mailReaders } from './readers.ts';
import { makeThreadReader } from './screen.ts';

const account = 'nora@fernhill.test';

/** What a thread of one shown mail tells, once its text was read. */
async function told(from: string, text: string): Promise<string[] | undefined> {
  const { document } = parseHTML(`<html><body><div id="body">${text}</div></body></html>`);
  const element = document.querySelector('#body') as unknown as HTMLElement;
  const message = {
    ...{ id: '18f0', permanentId: null, element, body: element, clipped: false, dateTitle: null },
    from: { name: null, email: from },
    to: [{ name: null, email: account }],
  } as unknown as MessageInPage;
  const thread = { id: '18f0', subject: 'Prices', element, messages: [message] } as unknown as ThreadInPage;
  return new Promise((resolve) => {
    const read = makeThreadReader(
      mailReaders,
      () => 0,
      () => resolve(read(thread, null).messages[0]?.failed),
    );
    read(thread, null);
    setTimeout(() => resolve(read(thread, null).messages[0]?.failed), 300);
  });
}

test('[W3] a mailbox’s own report names the address that a mail did not reach', async () => {
  const report =
    'Your message wasn’t delivered to <b>bo@acme.test</b> because the address couldn’t be found.';
  expect(await told('mailer-daemon@googlemail.test', report)).toEqual(['bo@acme.test']);
});

test('[W3] what anybody else says of an address is no report', async () => {
  expect(await told('eve@rival.test', 'Undeliverable: your message to bo@acme.test')).toBeUndefined();
});

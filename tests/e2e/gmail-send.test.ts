import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FromTab } from '../../extension/messages/tab.ts';
import { complaints, foreign, type Mailbox, openMailbox } from './gmail-world.ts';
import { closedParts } from './world/closed.ts';
import { words } from './world/sidebar.ts';

let box: Mailbox;
beforeEach(async () => {
  box = await openMailbox();
  for (let waited = 0; waited < 8_000 && (await box.health())?.level !== 'inboxsdk'; waited += 100) {
    await box.page.waitForTimeout(100);
  }
});
afterEach(() => box?.close());

const settings = (logOnSend: boolean, locale: 'en' | 'zh-TW' = 'en') =>
  box.ask({ type: 'settings', settings: { logOnSend, paired: true, rowChips: false, locale } });
const bar = () => box.page.locator('.inboxsdk__compose_statusbar');

async function compose(): Promise<void> {
  await box.page.locator('[role=button]', { hasText: 'Compose' }).first().click();
  await box.page.locator('input[name=subjectbox]').waitFor();
}

async function write(to: string, subject: string, text: string): Promise<void> {
  const { page } = box;
  await page.locator('input[role=combobox]').first().fill(to);
  await page.keyboard.press('Enter');
  await page.locator('input[name=subjectbox]').fill(subject);
  await page.locator('[g_editable=true]').first().click();
  await page.keyboard.type(text);
}

type Left = Extract<FromTab, { type: 'sent' }>;
async function sent(): Promise<Left & { sent: NonNullable<Left['sent']> }> {
  for (let waited = 0; waited < 15_000; waited += 100) {
    const found = (await box.told()).flatMap(({ message }) => (message.type === 'sent' ? [message] : []))[0];
    if (found?.sent) return { ...found, sent: found.sent };
    await box.page.waitForTimeout(100);
  }
  throw new Error(`no mail was told to have left: ${JSON.stringify(await box.health())}`);
}

test('with logging on sending on, a sent mail is told with its keys, the same as when it is opened later in Sent', async () => {
  await settings(true);
  await compose();
  await bar().waitFor();
  await write(
    'ada.okafor@acme-orchards.example',
    'Freight for the solar bases',
    'Hello Ada, the freight is 240 dollars.',
  );
  await box.page.locator('.s-send').first().click();
  const { sent: left, read } = await sent();
  expect(read).toMatchObject({
    id: left.messageId,
    threadId: left.threadId,
    direction: 'out',
    bodyState: 'read',
    text: 'Hello Ada, the freight is 240 dollars.',
    subject: 'Freight for the solar bases',
    to: [{ email: 'ada.okafor@acme-orchards.example' }],
    from: { email: 'nora@fernhill.example' },
  });
  expect(read?.fingerprint[0]).toMatch(/^mid:.+@/);

  await box.page.locator('a, [role=link]', { hasText: 'Sent' }).first().click();
  await box.openThread('Freight for the solar bases');
  const [later] = await box.read('all');
  expect(later?.fingerprint.slice(0, 2)).toEqual(read?.fingerprint.slice(0, 2));
  expect(later?.direction).toBe('out');
  expect(complaints(box.console)).toEqual([]);
  expect(foreign(box)).toEqual([]);
});

test('with it off, a sent mail is told by its ids only', async () => {
  await settings(false);
  await compose();
  await bar().waitFor();
  await write('ada.okafor@acme-orchards.example', 'Private', 'Between us.');
  await box.page.locator('.s-send').first().click();
  const { sent: left, read } = await sent();
  expect(left.messageId).toMatch(/^[0-9a-f]+$/);
  expect(read).toBeNull();
  expect(JSON.stringify(await box.told())).not.toContain('Between us');
});

test('the switch in a compose window is changed by a real click only: for its mail, or for all from then on', async () => {
  await settings(false);
  await compose();
  await bar().waitFor();
  const closed = await closedParts(box.page);
  await closed.find('switch', words.gmail_log_on_send_off());
  const heard = async () => (await box.told()).map(({ message }) => message);
  const wished = async () =>
    (await heard()).flatMap((each) =>
      each.type === 'compose' && each.ask.of === 'wish' ? [each.ask.wish.log] : [],
    );
  const remembered = async () =>
    (await heard()).flatMap((each) => (each.type === 'set-log-on-send' ? [each.on] : []));
  await bar().evaluate((element) => {
    for (const type of ['mousedown', 'mouseup', 'click']) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    }
  });
  expect(await wished()).toEqual([]);
  // The compose window grows for a moment after it came: where the bar is, is asked right before the click.
  await box.page.waitForTimeout(500);
  await closed.click('switch', words.gmail_log_on_send_off());
  await expect.poll(wished, { timeout: 5_000 }).toEqual([true]);
  expect(await remembered()).toEqual([]);
  await closed.click('button', words.compose_always());
  await expect.poll(remembered, { timeout: 5_000 }).toEqual([true]);
});

test('no switch is shown while no server is connected', async () => {
  await compose();
  await box.page.waitForTimeout(3_000);
  expect(await bar().count()).toBe(0);
});

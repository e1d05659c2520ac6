import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from '../doubles/browser/launch.ts';
import { buildProbe } from '../doubles/gmail/probe/build.ts';
import { standInGmail } from '../doubles/gmail/standin.ts';

// The unmodified InboxSDK, with its checks of the page switched on, against the stand-in: if the stand-in lies, it says so.

type Seen = Record<string, unknown[]>;
let extension: string;
let browser: Launched;
const now = new Date();

const open = async (hash: string, search = ''): Promise<Page> => {
  browser = await launch({ extension, gmail: standInGmail({ now }) });
  return browser.openMail(hash, search);
};
const seenBy = async (page: Page): Promise<Seen> =>
  JSON.parse((await page.locator('html').getAttribute('data-probe')) ?? '{}') as Seen;

/** Waits until the SDK has told about a probe `count` times. */
async function heard(page: Page, probe: string, count = 1): Promise<unknown[]> {
  await page.waitForFunction(
    ([name, least]) => {
      const seen = JSON.parse(document.documentElement.getAttribute('data-probe') ?? '{}');
      return (seen[name as string]?.length ?? 0) >= (least as number);
    },
    [probe, count] as const,
    { timeout: 20_000 },
  );
  return (await seenBy(page))[probe] ?? [];
}
const complaintsIn = ({ console: lines }: Launched): string[] =>
  lines.filter((line) => /Error logged:|Error in injected script|weberror/.test(line));
const openThread = async (page: Page, subject: string): Promise<void> => {
  await heard(page, 'row');
  await page.locator('tr.zA', { hasText: subject }).first().click();
  await heard(page, 'thread');
};

beforeAll(async () => {
  extension = await buildProbe();
}, 60_000);
afterEach(async () => {
  const complaints = complaintsIn(browser);
  const strangers = browser.requests.filter(({ outcome }) => outcome === 'passed').map(({ url }) => url);
  await browser.close();
  expect(complaints, 'the SDK’s own checks of the page').toEqual([]);
  expect(strangers).toEqual([]);
  expect(browser.leaked).toEqual([]);
});
afterAll(() => browser?.close().catch((error: Error) => expect(error.message).toContain('closed')));

describe('the real InboxSDK in the stand-in', () => {
  it('loads, knows the account, and tells every row of the list', async () => {
    const page = await open('#inbox');
    expect(await heard(page, 'load')).toEqual(['nora@fernhill.example']);
    const rows = (await heard(page, 'row', 20)) as {
      subject: string;
      people: string[];
      date: string;
      count: number;
    }[];
    const renewal = rows.find(({ subject }) => subject === 'Renewal of the sensor contract');
    expect(renewal?.people).toContain('ada.okafor@acme-orchards.example');
    expect(renewal?.count).toBe(4);
    expect(renewal?.date).toMatch(/\d{1,2}:\d\d\s[AP]M$/);
    const ids = await heard(page, 'rowThread', 20);
    for (const id of ids) expect(id).toMatch(/^1[0-9a-f]{15}$/);
    expect(rows.some(({ subject }) => subject.includes('<script>'))).toBe(true);
    expect((await seenBy(page)).failed).toBeUndefined();
  });

  it('shows a Global panel, a nav item and its custom route, with Chat off and with the app menu', async () => {
    for (const nav of ['classic', 'app']) {
      const page = await open('#inbox', `?nav=${nav}`);
      expect(await heard(page, 'globalPanel')).toEqual([true]);
      await page.getByText('Probe item').first().waitFor({ timeout: 20_000 });
      await page.evaluate(() => {
        location.hash = '#probe-route';
      });
      await heard(page, 'customRoute');
      await page.getByText('Custom route').waitFor();
      await page.evaluate(() => {
        location.hash = '#inbox';
      });
      await page.locator('tr.zA').first().waitFor();
      if (nav === 'classic') await browser.close();
    }
  }, 60_000);

  it('tells a thread: subject, ids, who wrote, who received, when, and the body', async () => {
    const page = await open('#inbox');
    await openThread(page, 'Renewal of the sensor contract');
    const [thread] = (await heard(page, 'thread')) as {
      subject: string;
      loaded: number;
      senders: string[];
    }[];
    expect(thread).toMatchObject({ subject: 'Renewal of the sensor contract', loaded: 1 });
    expect(thread?.senders).toEqual([
      'ada.okafor@acme-orchards.example',
      'nora@fernhill.example',
      'hollis@acme-orchards.example',
      'ada.okafor@acme-orchards.example',
    ]);
    expect(await heard(page, 'threadId')).toEqual([expect.stringMatching(/^1[0-9a-f]{15}$/)]);
    const [message] = await heard(page, 'message');
    expect(message).toMatchObject({
      sender: { name: 'Ada Okafor', emailAddress: 'ada.okafor@acme-orchards.example' },
      to: [
        'nora@fernhill.example',
        'ben.ruiz@acme-orchards.example',
        'hollis@acme-orchards.example',
        'mia@fernhill.example',
      ],
      body: expect.stringContaining('Thanks, both.'),
    });
    expect(await heard(page, 'messageId')).toEqual([expect.stringMatching(/^1[0-9a-f]{15}$/)]);
    const [recipients] = await heard(page, 'recipientsFull');
    expect(recipients).toContainEqual({ name: 'Ben Ruiz', emailAddress: 'ben.ruiz@acme-orchards.example' });
    await page.getByText('Thread panel').waitFor();
    expect((await seenBy(page)).failed).toBeUndefined();
  }, 60_000);

  it('loads a collapsed message when it is opened, also from a folded run', async () => {
    const page = await open('#inbox');
    await openThread(page, 'Hydro station 4');
    const before = (await heard(page, 'message')).length;
    await page.locator('.s-folded').click();
    await page.locator('.kv').nth(2).click();
    const messages = (await heard(page, 'message', before + 1)) as { to: string[] }[];
    expect(messages.at(-1)?.to).toHaveLength(3);
    const ids = await heard(page, 'messageId', before + 1);
    expect(new Set(ids).size).toBe(before + 1);
  });

  it('asks the older way for recipients where a thread has no permanent id', async () => {
    const page = await open('#inbox', '?stripattr=data-thread-perm-id');
    // Else the SDK reads them along from the page's own request.
    await page.route('**/i/fd?*', (route) => route.fulfill({ json: [null, []] }));
    await openThread(page, 'Quote for the cold store');
    const [recipients] = await heard(page, 'recipientsFull');
    expect(recipients).toContainEqual({
      name: 'Samir Haddad',
      emailAddress: 'samir.haddad@brightwater.example',
    });
    expect(browser.requests.some(({ url }) => url.includes('view=cv'))).toBe(true);
  });

  it('opens a compose window and closes it', async () => {
    const page = await open('#inbox');
    await heard(page, 'row');
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('probe-compose')));
    await heard(page, 'compose');
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('probe-close')));
    await heard(page, 'composeGone');
    await expect.poll(() => page.locator('[role=dialog]').count()).toBe(0);
  });

  it('adds a button to the toolbar of a thread', async () => {
    const page = await open('#inbox');
    await openThread(page, 'Quote for the cold store');
    await page
      .locator('[gh=tm] [data-tooltip="Probe button"], [gh=tm] [aria-label="Probe button"]')
      .first()
      .click();
    expect(await heard(page, 'threadButton')).toEqual([true]);
  });

  it('hears of a new mail: recipients, subject, sending, sent with its ids, and the mail stands in Sent', async () => {
    const page = await open('#inbox');
    await heard(page, 'row');
    await page.locator('.s-compose').click();
    expect(await heard(page, 'compose')).toEqual([{ isReply: false, isInline: false, to: [], subject: '' }]);
    await page.locator('input[role=combobox]').first().fill('Joost <joost@vandermeer.example>');
    await page.keyboard.press('Enter');
    await page.locator('input[name=subjectbox]').fill('A call on Thursday');
    await page.locator('[role=dialog] [contenteditable]').pressSequentially('Shall I call?');
    expect(await heard(page, 'recipientsChanged')).toContainEqual(['joost@vandermeer.example']);
    expect(await heard(page, 'subjectChanged')).toContain('A call on Thursday');
    await heard(page, 'bodyChanged');
    await page.getByText('Status bar').waitFor();
    await page.locator('[role=dialog] .s-send').click();
    await heard(page, 'sending');
    const [id] = await heard(page, 'sentMessage');
    expect(id).toMatch(/^1[0-9a-f]{15}$/);
    expect(await heard(page, 'sentThread')).toEqual([id]);
    await heard(page, 'composeGone');
    await page.evaluate(() => {
      location.hash = '#sent';
    });
    await page.locator('tr.zA', { hasText: 'A call on Thursday' }).waitFor();
  });

  it('takes recipients that the SDK sets', async () => {
    const page = await open('#inbox');
    await heard(page, 'row');
    await page.locator('.s-compose').click();
    await heard(page, 'compose');
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('probe-recipients')));
    expect(await heard(page, 'recipientsChanged')).toContainEqual(['set.by.sdk@acme-orchards.example']);
  });

  it('hears of an inline reply, and the sent message joins the thread with its id', async () => {
    const page = await open('#inbox');
    await openThread(page, 'Renewal of the sensor contract');
    await page.getByRole('link', { name: 'Reply all', exact: true }).click();
    const [reply] = await heard(page, 'compose');
    expect(reply).toMatchObject({ isReply: true, isInline: true, to: ['ada.okafor@acme-orchards.example'] });
    await page.locator('.M9 [contenteditable]').pressSequentially('Yes, we can.');
    await page.locator('.M9 .s-send').click();
    const [sent] = await heard(page, 'sentMessage');
    expect(await heard(page, 'messageId', 2)).toContain(sent);
    expect((await seenBy(page)).failed).toBeUndefined();
  });

  it('sees the theme, also when it is switched while the page stands', async () => {
    const page = await open('#inbox', '?theme=dark');
    // The SDK's own `Global.gmailTheme` stays at its first value unless something of the SDK listens; its classes on body follow.
    const themeIs = (dark: boolean) =>
      page.waitForFunction(
        (wanted) =>
          ['inboxsdk__gmail_dark_theme', 'inboxsdk__gmail_dark_body_theme'].every(
            (name) => document.body.classList.contains(name) === wanted,
          ) && document.body.className.includes('inboxsdk__gmail_density'),
        dark,
        { timeout: 20_000 },
      );
    await themeIs(true);
    await page.getByText('Theme', { exact: true }).click();
    await themeIs(false);
  });

  it('sees threads in the reading pane, one after another', async () => {
    const page = await open('#inbox', '?pane=right');
    await openThread(page, 'Renewal of the sensor contract');
    await page.locator('tr.zA', { hasText: 'Leaf wetness' }).click();
    const threads = (await heard(page, 'thread', 2)) as { subject: string }[];
    expect(threads.map(({ subject }) => subject)).toEqual([
      'Renewal of the sensor contract',
      'Leaf wetness sensors for 4 hectares of tomatoes',
    ]);
    const routes = (await heard(page, 'route')) as { type: string }[];
    expect(new Set(routes.map(({ type }) => type))).toEqual(new Set(['LIST']));
  });

  it('finds nothing amiss in Gmail’s Chinese interfaces', async () => {
    const page = await open('#inbox', '?hl=zh-CN');
    await openThread(page, '关于大棚传感器试用');
    const [message] = (await heard(page, 'message')) as { date: string }[];
    expect(message?.date).toMatch(/年\d{1,2}月\d{1,2}日/);
    await page.getByText('写邮件').waitFor();
  });

  it('still finds nothing amiss after the longest of its timeouts', async () => {
    const page = await open('#inbox');
    await heard(page, 'row');
    await page.waitForTimeout(17_000);
    expect((await seenBy(page)).failed).toBeUndefined();
  }, 40_000);

  it('would speak up: without one attribute of the compose window it reports a difference', async () => {
    const page = await open('#inbox', '?stripattr=jsaction');
    await heard(page, 'row');
    await page.locator('.s-compose').click();
    await heard(page, 'compose');
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('probe-recipients')));
    await expect.poll(() => complaintsIn(browser), { timeout: 20_000 }).not.toEqual([]);
    browser.console.length = 0;
  }, 40_000);

  it('stays away when the page has no globals', async () => {
    const page = await open('#inbox', '?off=globals');
    await page.locator('tr.zA').first().waitFor();
    await page.waitForTimeout(2_500);
    expect(await seenBy(page)).toEqual({});
  });
});

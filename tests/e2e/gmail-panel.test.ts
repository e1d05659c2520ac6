import { afterEach, expect, test } from 'vitest';
import type { Boot } from '../doubles/gmail/shell.ts';
import { complaints, foreign, type Mailbox, openMailbox, ownFrames } from './gmail-world.ts';

let mailbox: Mailbox | null = null;
const open = async (...how: Parameters<typeof openMailbox>) => {
  mailbox = await openMailbox(...how);
  return mailbox;
};
afterEach(async () => {
  await mailbox?.close();
  mailbox = null;
});

const placed = async (box: Mailbox, place: string) => {
  for (let waited = 0; waited < 10_000; waited += 100) {
    if ((await box.health())?.place === place) return;
    await box.page.waitForTimeout(100);
  }
  throw new Error(`Waited 10 s for the frame in ${place}: ${JSON.stringify(await box.health())}`);
};

test('the real InboxSDK loads, the one frame lies in its Global panel and stays through twenty threads', async () => {
  const box = await open();
  await placed(box, 'global-panel');
  const { page } = box;
  expect(await box.health()).toMatchObject({
    level: 'inboxsdk',
    sdk: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    without: null,
  });

  const [frame] = ownFrames(page);
  await frame?.evaluate(() => {
    document.documentElement.dataset.mark = 'first';
    const note = document.createElement('textarea');
    note.id = 'half-typed';
    note.value = 'half a note, not yet sa';
    document.body.append(note);
  });
  let documents = 0;
  page.on('framenavigated', (each) => {
    if (each.url().includes('/sidebar.html')) documents += 1;
  });
  const box1 = await frame?.frameElement().then((element) => element.boundingBox());
  expect(box1?.width).toBeGreaterThan(250);
  expect(box1?.height).toBeGreaterThan(400);

  const rows = await page.locator('tr.zA').count();
  const seen = new Set<string>();
  for (let turn = 0; turn < 20; turn++) {
    const row = page.locator('tr.zA:visible').nth(turn % rows);
    await row.click();
    const screen = await box.until(
      ({ thread }) => thread !== null && page.url().endsWith(thread.id),
      'the opened thread',
    );
    seen.add(screen.thread?.id ?? '');
    await page.goBack();
    await box.until(({ thread }) => thread === null, 'the list');
  }
  expect(seen.size).toBeGreaterThanOrEqual(15);
  expect(documents).toBe(0);
  expect(ownFrames(page)).toHaveLength(1);
  expect(await ownFrames(page)[0]?.evaluate(() => document.documentElement.dataset.mark)).toBe('first');
  expect(await ownFrames(page)[0]?.locator('#half-typed').inputValue()).toBe('half a note, not yet sa');
  expect(complaints(box.console)).toEqual([]);
  expect(foreign(box)).toEqual([]);
}, 240_000);

test('nothing leaves for a foreign host: not InboxSDK’s events, not its error reports', async () => {
  const box = await open();
  await placed(box, 'global-panel');
  await box.openThread('Renewal of the sensor contract');
  // Its queue of events is flushed when this changes; its error reports go past both of its switches.
  await box.page.evaluate(() => {
    document.documentElement.setAttribute('data-inboxsdk-last-event', '1');
  });
  await box.page.waitForTimeout(3_000);
  expect(foreign(box)).toEqual([]);
  expect(await box.page.evaluate(() => localStorage.getItem('inboxsdk__persistentqueue_events'))).toBeNull();
});

test('a mailbox in which InboxSDK does not load is read all the same, with the frame in our dock, until it comes', async () => {
  const box = await open('?off=globals');
  await placed(box, 'dock');
  const screen = await box.openThread('Renewal of the sensor contract');
  expect(screen.account).toBe('nora@fernhill.example');
  expect(screen.thread?.messages.length).toBeGreaterThan(2);
  expect(await box.health()).toMatchObject({ level: 'dom' });
  const [frame] = ownFrames(box.page);
  await frame?.evaluate(() => {
    document.documentElement.dataset.mark = 'first';
  });
  for (let waited = 0; waited < 25_000 && (await box.health())?.without !== 'timeout'; waited += 500) {
    await box.page.waitForTimeout(500);
  }
  expect(await box.health()).toMatchObject({ level: 'dom', without: 'timeout', place: 'dock' });
  // What InboxSDK waited for comes after all, later than anybody's patience: it takes over, and the frame lives on.
  await box.page.evaluate(() => {
    const { ik, account } = (window as unknown as { sampleBoot: Boot }).sampleBoot;
    const globals: unknown[] = [];
    [globals[4], globals[9], globals[10]] = ['gmail.en.sample', ik, account.email];
    Object.assign(window, { GLOBALS: globals, GM_SPT_ENABLED: 'true' });
  });
  await placed(box, 'global-panel');
  expect(await ownFrames(box.page)[0]?.evaluate(() => document.documentElement.dataset.mark)).toBe('first');
  expect(foreign(box)).toEqual([]);
});

test('without Gmail’s side column the frame comes to our dock, and threads are read', async () => {
  const box = await open('?off=sidebar');
  await placed(box, 'dock');
  expect(await box.openThread('Renewal of the sensor contract')).toMatchObject({
    account: 'nora@fernhill.example',
  });
  expect(await box.health()).toMatchObject({ level: 'inboxsdk' });
  expect(ownFrames(box.page)).toHaveLength(1);
});

test('the toolbar icon’s request shows and hides the panel, without loading the frame anew', async () => {
  const box = await open();
  await placed(box, 'global-panel');
  const [frame] = ownFrames(box.page);
  const shown = async () => ((await (await frame?.frameElement())?.boundingBox())?.width ?? 0) > 0;
  expect(await shown()).toBe(true);
  await box.ask({ type: 'toggle', open: null });
  expect(await shown()).toBe(false);
  await box.ask({ type: 'toggle', open: true });
  expect(await shown()).toBe(true);
  expect(ownFrames(box.page)[0]).toBe(frame);
});

test('whoever closed the panel finds it closed after a reload', async () => {
  const box = await open();
  await placed(box, 'global-panel');
  await box.ask({ type: 'toggle', open: false });
  await box.page.reload();
  await box.page.waitForTimeout(3_000);
  const [frame] = ownFrames(box.page);
  expect(await (await frame?.frameElement())?.boundingBox()).toBeNull();
});

test('where Gmail’s column has too few parts for InboxSDK, the frame comes to the Global panel all the same', async () => {
  const box = await open('', {}, '#inbox');
  await box.page.addInitScript(() => {
    new MutationObserver(() => {
      const parts = document.querySelectorAll('.brC-brG:not([data-sdk-sidebar-instance-id]) > *');
      for (const part of [...parts].slice(1)) part.remove();
    }).observe(document, { childList: true, subtree: true });
  });
  const before = (await box.told()).length;
  await box.page.reload();
  for (let waited = 0; waited < 8_000 && (await box.told()).length < before + 6; waited += 100) {
    await box.page.waitForTimeout(100);
  }
  await box.page.waitForTimeout(4_000);
  expect(await box.health()).toMatchObject({ place: 'global-panel' });
  expect(ownFrames(box.page)).toHaveLength(1);
});

test('an extension that is switched off leaves a page that asks once to be loaded anew, and falls silent', async () => {
  const box = await open();
  await placed(box, 'global-panel');
  await box.openThread('Renewal of the sensor contract');
  // As when it is removed, or updated while its new script cannot come: nobody answers any more.
  const manager = await box.context.newPage();
  await manager.goto('chrome://extensions/');
  const id = await box.extensionId();
  await manager.evaluate((extension) => {
    const { management } = chrome as unknown as {
      management: { setEnabled(id: string, on: boolean): Promise<void> };
    };
    return management.setEnabled(extension, false);
  }, id);
  const strip = box.page.locator('sidebook-updated');
  await expect
    .poll(
      async () => {
        await box.page.mouse.click(600, 400);
        await box.page.keyboard.press('ArrowDown');
        return strip.isVisible();
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  expect(await strip.count()).toBe(1);
  expect((await strip.boundingBox())?.height).toBeGreaterThan(40);
  const before = box.console.length;
  await box.page.evaluate(() => {
    location.hash = '#inbox';
  });
  await box.page.locator('.s-row:visible').first().click();
  await box.page.waitForTimeout(1_000);
  expect(box.console.slice(before)).toEqual([]);
  expect(await strip.count()).toBe(1);
});

test('pages of the mailbox’s host that are no mailbox are left alone', async () => {
  const box = await open('', {}, '#inbox');
  await placed(box, 'global-panel');
  const screen = await box.openThread('Renewal of the sensor contract');
  // How its reading fares is told a while after it was shown.
  await box.page.waitForTimeout(2_500);
  const before = (await box.told()).length;
  await box.page.goto(`https://mail.google.com/mail/u/0?view=att&th=${screen.thread?.messages[0]?.id}`);
  await box.page.waitForTimeout(1_500);
  const since = (await box.told()).slice(before).map(({ message }) => message.type);
  expect(since.filter((type) => type !== 'wake')).toEqual([]);
  expect(ownFrames(box.page)).toHaveLength(0);
});

test('a dark mailbox and a reading pane beside the list are told as they are', async () => {
  const box = await open('?theme=dark');
  await box.until(({ theme }) => theme === 'dark', 'a dark list');
  await box.page.getByText('Reading pane').click();
  const screen = await box.openThread('Renewal of the sensor contract');
  expect(screen.thread?.messages.length).toBeGreaterThan(2);
  expect(await box.openThread('Quote for the cold store in Leeds')).toMatchObject({ theme: 'dark' });
});

test('a frame that Gmail threw out with its column is there again, and known to the background', async () => {
  const box = await open();
  await placed(box, 'global-panel');
  await box.page.evaluate(() => document.querySelector('.global_app_sidebar')?.remove());
  await box.openThread('Renewal of the sensor contract');
  await box.page.waitForTimeout(2_000);
  const [frame, ...more] = ownFrames(box.page);
  expect(more).toEqual([]);
  expect((await (await frame?.frameElement())?.boundingBox())?.width).toBeGreaterThan(250);
  const nonces = (await box.told()).flatMap(({ message }) =>
    message.type === 'frame' ? [message.nonce] : [],
  );
  expect(new Set(nonces).size).toBe(2);
  expect(frame?.url()).toContain(nonces.at(-1));
  await frame?.getByText('Connect to your server').waitFor();
});

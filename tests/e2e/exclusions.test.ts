import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { button, eventually, pick, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let mail: Page;
let panel: Frame;
let options: Page;

beforeAll(async () => {
  desk = await world.open('nora');
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
  options = await desk.context.newPage();
  await options.goto(`chrome-extension://${await desk.extensionId()}/options.html`);
});

describe('mail that is never logged', () => {
  const log = () => button(panel, /^Log to Clara/);

  test('two clicks keep everybody of a domain out of the log, and the reason stands there', async () => {
    await mail.bringToFront();
    await openThread(mail, 'Quote for the cold store');
    await shows(panel, 'Clara Jensen');
    await log().waitFor();
    await pick(panel, words.sidebar_log_more(), /^Never log anybody at/);
    await panel.getByText(/^You never log/).waitFor();
    expect(await log().count()).toBe(0);
  });

  test('a click on the reason lifts it', async () => {
    await press(panel, words.exclude_log());
    await log().waitFor();
  });

  test("the team's word stands for everybody, and the owner who set it lifts it", async () => {
    const domain = 'brightwater.example';
    await options.bringToFront();
    await options.getByLabel(words.exclude_what_mail()).fill(`@${domain}`);
    await options.getByLabel(words.exclude_for_team()).check();
    await button(options, words.exclude_add()).click();
    await button(options, words.exclude_remove({ what: `@${domain}` })).waitFor();
    await mail.bringToFront();
    await panel.getByText(/^Your team never logs/).waitFor();
    expect(await log().count()).toBe(0);
    await press(panel, words.exclude_log());
    await log().waitFor();
  });
});

describe('a site that is never looked at', () => {
  const hasDock = (page: Page): Promise<boolean> =>
    page.evaluate(
      () => document.body.lastElementChild?.getAttribute('style')?.includes('2147483646') === true,
    );
  let page: Page;

  test('gets nothing of ours while a rule says so', async () => {
    page = await desk.context.newPage();
    await page.goto(`${world.site}/northlight`);
    await eventually(() => hasDock(page)).toBe(true);
    await options.bringToFront();
    await options.getByLabel(words.exclude_about()).selectOption('site');
    await options.getByLabel(words.exclude_what_site()).fill('127.0.0.1');
    await button(options, words.exclude_add()).click();
    await button(options, words.exclude_remove({ what: '127.0.0.1' })).waitFor();
    await page.bringToFront();
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await hasDock(page)).toBe(false);
  });

  test('and is looked at again when the rule is gone', async () => {
    await options.bringToFront();
    await button(options, words.exclude_remove({ what: '127.0.0.1' })).click();
    await page.bringToFront();
    await page.reload();
    await eventually(() => hasDock(page)).toBe(true);
  });

  test('what is typed wrongly is said, and stays', async () => {
    await options.bringToFront();
    const box = options.getByLabel(words.exclude_what_site());
    await box.fill('no site at all');
    await button(options, words.exclude_add()).click();
    await options.getByText(words.exclude_bad_site()).waitFor();
    expect(await box.inputValue()).toBe('no site at all');
  });
});

import type { Frame, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { shipped } from './world/build.ts';
import { openThread } from './world/mail.ts';
import { panelAtRest, panelsIn } from './world/panel.ts';
import { armed, eventually, shows } from './world/sidebar.ts';
import { browserSession } from './world/target.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let mail: Page;
let panel: Frame;
const thread = 'Quote for the cold store';
const person = 'Clara Jensen';
const half = 'She asked about the compressor, and';

beforeAll(async () => {
  desk = await world.open('nora', {
    build: 'shipped',
    args: ['--enable-unsafe-extension-debugging'],
  });
  mail = await desk.openMail('#inbox');
  panel = await panelAtRest(mail);
  await openThread(mail, thread);
  await shows(panel, person);
  await armed(panel);
});

test('an extension that is updated under an open mailbox takes over by itself: one panel, nothing of the older one, and the draft is there', async () => {
  const note = () => panel.locator('[data-focus=note]');
  // In the middle of typing: the draft goes to the background with each letter, the last one too.
  await note().pressSequentially(half, { delay: 15 });
  // As an update does: the new one takes the place of the old under the same id.
  const id = await desk.extensionId();
  const session = await browserSession(desk.context);
  const load = session.send as (method: string, params: object) => Promise<{ id: string }>;
  expect((await load.call(session, 'Extensions.loadUnpacked', { path: await shipped() })).id).toBe(id);
  const before = panel;
  // The older frame goes, and the new one begins out of sight.
  await eventually(async () => {
    for (const frame of panelsIn(mail).filter((each) => each !== before))
      if ((await frame.getByRole('article', { name: person }).count()) > 0) panel = frame;
    return panel !== before;
  }, 30_000).toBe(true);
  await eventually(() => note().inputValue()).toBe(half);
  expect(panelsIn(mail)).toHaveLength(1);
  expect(await mail.locator('iframe[src*="/sidebar.html"]').count()).toBe(1);
  expect(await mail.locator('sidebook-updated').count()).toBe(0);
  await eventually(() => mail.locator('.global_app_sidebar iframe').count(), 20_000).toBe(1);
  await mail.bringToFront();
  await armed(panel);

  await mail.reload();
  panel = await panelAtRest(mail);
  await openThread(mail, thread);
  await shows(panel, person);
  await eventually(() => note().inputValue()).toBe(half);
});

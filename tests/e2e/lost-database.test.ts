import type { Frame, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openThread } from './world/mail.ts';
import { panelAtRest } from './world/panel.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { armed, eventually, historyText, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

// What a browser or its user may do to the extension's own database while it runs.

const world = useWorld();
let desk: Desk;
let device: Device;
let mail: Page;
let panel: Frame;
let ownPage: Page;

beforeAll(async () => {
  desk = await world.open('nora');
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  mail = await desk.openMail('#inbox');
  panel = await panelAtRest(mail);
  ownPage = await desk.context.newPage();
  await ownPage.goto(`chrome-extension://${await desk.extensionId()}/options.html`);
  await mail.bringToFront();
});

const notesSaying = async (text: string) =>
  (await pullAll(device)).filter(
    ({ noun, row }) => noun === 'interaction' && row.body === text && !row.deletedAt,
  );

async function writeNote(text: string): Promise<void> {
  await armed(panel);
  const note = panel.locator('[data-focus=note]');
  await note.fill(text);
  await note.press('Enter');
  await eventually(() => historyText(panel)).toContain(text);
}

test('[S1] [S2] what waits outlives the deletion of the database under a running worker, and arrives once', async () => {
  await openThread(mail, 'Quote for the cold store');
  await shows(panel, 'Clara Jensen');
  await world.server.stop();
  await writeNote('Waits for a server');
  const deleted = await ownPage.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) =>
      name?.startsWith('sidebook-') ? [name] : [],
    );
    for (const name of names)
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
      });
    return names.length;
  });
  expect(deleted).toBe(1);
  await world.server.start();
  await press(panel, words.sidebar_try_now()).catch(() => undefined); // it may have tried by itself
  await eventually(async () => (await notesSaying('Waits for a server')).length, 30_000).toBe(1);
  await openThread(mail, 'Stomatal conductance trial');
  await shows(panel, 'Prof. Eleanor Whitcombe-Adeyemi', 20_000);
  expect(await notesSaying('Waits for a server')).toHaveLength(1);
});

test('[S4] a mirror that cannot be read is read anew from the server', async () => {
  const spoiled = await ownPage.evaluate(async () => {
    const [found] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('sidebook-'));
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const tx = db.transaction('shard', 'readwrite');
    const all = tx.objectStore('shard').openCursor();
    let count = 0;
    all.onsuccess = () => {
      const cursor = all.result;
      if (!cursor) return;
      const { k, v } = cursor.value as { k: string; v: string };
      cursor.update({ k, v: v.replaceAll('{', '{{') });
      count++;
      cursor.continue();
    };
    await new Promise((resolve) => {
      tx.oncomplete = resolve;
    });
    db.close();
    return count;
  });
  expect(spoiled).toBeGreaterThan(0);
  await ownPage.close();
  desk = await world.restart(desk);
  mail = await desk.openMail('#inbox');
  panel = await panelAtRest(mail);
  await openThread(mail, 'Quote for the cold store');
  await shows(panel, 'Clara Jensen', 20_000);
});

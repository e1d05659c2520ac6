import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { File } from '../../shared/domain/rows.ts';
import { bytesOf } from '../doubles/gmail/files.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { eventually, logState, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

const world = useWorld();
let device: Device;
let mail: Page;
let panel: Frame;

beforeAll(async () => {
  const desk = await world.open('nora');
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
});

const kept = async (): Promise<File[]> =>
  (await pullAll(device)).flatMap(({ noun, row }) => (noun === 'file' && !row.deletedAt ? [row] : []));

test('files are named before anything is logged, pictures of the text among none of them', async () => {
  await openThread(mail, 'Quote for the cold store in Leeds');
  await shows(panel, 'Clara Jensen');
  await panel.getByText('Delivery terms.docx').first().waitFor();
  await panel.getByText(words.files_log_first()).first().waitFor();
  expect(await panel.getByText('image001.png').count()).toBe(0);
});

test('[H7] one click keeps a file for the team, and it comes back as it was sent', async () => {
  await press(panel, /^Log to /);
  await logState(panel, 'logged');
  await press(panel, words.files_keep_this({ name: 'Delivery terms.docx' }));
  await eventually(async () => (await kept()).map(({ name, storedAt }) => [name, storedAt !== null])).toEqual(
    [['Delivery terms.docx', true]],
  );
  await panel.getByText(words.files_kept_by_you()).waitFor();
  const [download] = await Promise.all([
    mail.waitForEvent('download'),
    press(panel, words.files_download_this({ name: 'Delivery terms.docx' })),
  ]);
  expect(download.suggestedFilename()).toBe('Delivery terms.docx');
  const bytes = await readFile(await download.path());
  expect(bytes.equals(bytesOf({ name: 'Delivery terms.docx', type: '', size: 36_120 }))).toBe(true);
});

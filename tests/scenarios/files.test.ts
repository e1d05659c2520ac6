import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../api/log.ts';
import { type Running, startServer } from '../../api/start.ts';
import { keepFile } from '../../extension/actions/files/keep.ts';
import { fromBase64, toBase64 } from '../../extension/messages/base64.ts';
import { uploadsIn } from '../../extension/outbox/bytes.ts';
import { partBytes, partsOf } from '../../shared/domain/attachment/parts.ts';
import type { Id } from '../../shared/kit/id.ts';
import { contactInput, mailInput } from '../contract/inputs.ts';
import { newProfile, paired, type Waking, wake } from './profile.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidebook-files-'));
const network = globalThis.fetch;
let server: Running;
beforeAll(async () => {
  server = await startServer(
    { SIDEBOOK_DATA: folder, PORT: '0', SIDEBOOK_FILES_MB: '1' },
    { log: silentLog },
  );
});
afterAll(async () => {
  globalThis.fetch = network;
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function newFile(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(partBytes * 2 + 1_000);
  for (let at = 0; at < bytes.length; at += 60_000)
    crypto.getRandomValues(bytes.subarray(at, Math.min(bytes.length, at + 60_000)));
  return bytes;
}
const file = newFile();
const wanted = { messageId: '1a', name: 'Quote.pdf', nth: 0 };

/** As a mailbox's tab hands it over. */
async function keep(browser: Waking, interactionId: Id, bytes = file): Promise<Id> {
  const core = await browser.core();
  const readFile: typeof core.readFile = async (_tab, _wanted, at) => ({
    type: 'application/pdf',
    size: bytes.length,
    bytes: toBase64(bytes.subarray(at * partBytes, (at + 1) * partBytes)),
    requests: at === 0 ? [{ url: 'https://mail.google.com/mail/u/0?view=att', ok: true, bytes: 9 }] : [],
  });
  return (await keepFile({ ...core, readFile }, 1, { ...wanted, interactionId })).fileId;
}
async function logged(browser: Waking): Promise<Id> {
  const contact = contactInput();
  const mail = mailInput({
    contactIds: [contact.id],
    attachments: [{ name: 'Quote.pdf', size: 1_000_000, type: 'application/pdf' }],
  });
  await browser.call('actAll', {
    changes: [
      { verb: 'contact.add', input: contact },
      { verb: 'interaction.log', input: mail },
    ],
  });
  return mail.id;
}
const waiting = async (browser: Waking) => (await browser.core()).mirror.read(uploadsIn);
const lineOf = async (browser: Waking, interactionId: Id) =>
  (await browser.call('files', { interactionId }))[0];
async function downloaded(browser: Waking, id: Id): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < partsOf(file.length); at++)
    parts.push(fromBase64((await browser.call('filePart', { id, part: at })).bytes) ?? new Uint8Array());
  return Buffer.concat(parts);
}
/** After so many parts the network takes one more and brings no answer; then it takes nothing. */
function deafAfter(parts: number): () => number {
  let sent = 0;
  let delivered = 0;
  globalThis.fetch = async (url, init) => {
    const isPut = String(url).includes('file.put');
    if (isPut && ++sent > parts + 1) throw new TypeError('network');
    const answer = await network(url, init);
    if (isPut) delivered++;
    if (isPut && sent > parts) throw new TypeError('network');
    return answer;
  };
  return () => delivered;
}

test('[H5] a file outlives the background that was sending it, and goes on where the server says', async () => {
  const profile = newProfile();
  const delivered = deafAfter(1);
  const first = await paired(await server.pairLink(), profile);
  const entry = await logged(first);
  const id = await keep(first, entry);
  expect(await lineOf(first, entry)).toMatchObject({ name: 'Quote.pdf', size: file.length, kind: 'quote' });
  await expect.poll(async () => (await waiting(first))[0]?.done, { timeout: 10_000 }).toBe(1);
  await expect.poll(delivered, { timeout: 10_000 }).toBe(2);
  // Both the browser and its answer die: two parts arrived, of one of them nobody here knows.
  const core = await first.core();
  core.uploads.close();
  await core.sync.close();
  expect(Buffer.compare(await downloaded(first, id), file)).toBe(0);

  let again = 0;
  globalThis.fetch = (url, init) => {
    if (String(url).includes('file.put')) again++;
    return network(url, init);
  };
  const second = await wake(profile);
  await second.core();
  await expect.poll(() => waiting(second), { timeout: 10_000 }).toEqual([]);
  expect(again).toBe(1);
  await (await second.core()).sync.now();
  expect(await lineOf(second, entry)).toMatchObject({ kept: { state: 'stored', id, byMe: true } });
  expect(Buffer.compare(await downloaded(second, id), file)).toBe(0);
  const ledger = await second.call('ledger', {});
  expect(ledger.some(({ purpose, url }) => purpose === 'original' && url.includes('mail.google.com'))).toBe(
    true,
  );
  // Kept again it is the same file; nothing is sent.
  expect(await keep(second, entry)).toBe(id);
  expect(await waiting(second)).toEqual([]);
}, 30_000);

test('[H5] with the server off a file waits, can be taken back, and arrives when the server is there', async () => {
  const browser = await paired(await server.pairLink());
  const entry = await logged(browser);
  await (await browser.core()).sync.now();
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  const taken = await keep(browser, entry);
  await browser.call('removeFile', { id: taken });
  expect(await waiting(browser)).toEqual([]);
  const id = await keep(browser, entry);
  expect(await lineOf(browser, entry)).toMatchObject({ kept: { state: 'waiting', id, done: 0, all: 3 } });
  globalThis.fetch = network;
  await (await browser.core()).sync.now();
  await (await browser.core()).uploads.retry(id);
  await expect.poll(() => waiting(browser), { timeout: 10_000 }).toEqual([]);
  await (await browser.core()).sync.now();
  expect(await lineOf(browser, entry)).toMatchObject({ kept: { state: 'stored', id } });
}, 30_000);

test('[H3] what finds no room says so and waits; when there is room it goes on', async () => {
  const browser = await paired(await server.pairLink());
  const [first, second] = [await logged(browser), await logged(browser)];
  const { uploads } = await browser.core();
  // The megabyte of this server is taken by the tests before.
  const id = await keep(browser, second, newFile());
  await expect
    .poll(async () => (await lineOf(browser, second))?.kept, { timeout: 10_000 })
    .toMatchObject({ state: 'waiting', id, done: 0, code: 'file.quota' });
  expect(await uploads.wakeAt()).toBeGreaterThan(Date.now() + 3_000_000);
  const rows = await (await browser.core()).mirror.all('file');
  expect(await keep(browser, first)).not.toBe(id);
  for (const row of rows) if (row.id !== id) await browser.call('removeFile', { id: row.id });
  const twin = (await lineOf(browser, first))?.kept;
  if (twin && 'id' in twin) await browser.call('removeFile', { id: twin.id });
  await (await browser.core()).sync.now();
  await browser.call('retryFile', { id });
  await expect.poll(() => waiting(browser), { timeout: 10_000 }).toEqual([]);
  await (await browser.core()).sync.now();
  expect(await lineOf(browser, second)).toMatchObject({ kept: { state: 'stored', id } });
}, 30_000);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../../tools/browser/find.ts';
import { launch } from '../../../tools/browser/launch.ts';
import { openPage, type Page } from '../../../tools/browser/page.ts';
import type { Pipe } from '../../../tools/browser/pipe.ts';
import { mailInput } from '../../contract/inputs.ts';
import { shipped } from '../world/build.ts';
import { ask, type Device } from '../world/remote.ts';
import { newId } from '../world/sample.ts';
import { sleep } from './hands.ts';

export type Silence = {
  /** From a colleague's log to its text in the open sidebar, in ms. */
  appearedMs: number;
  /** From the closing of the last page of ours until the worker was gone, in ms; null: it never went. */
  sleptMs: number | null;
  /** It was seen again while nobody looked and nothing waited. */
  wokeAgain: boolean;
};
type Wanted = { link: string; colleague: Device; person: { id: string; name: string }; silentMs: number };

const patienceMs = 20_000;
const sleepWithinMs = 90_000;

/** A browser whose worker no debugger ever touches: that alone would keep it awake. Looked at from outside only. */
export async function silence({ link, colleague, person, silentMs }: Wanted): Promise<Silence> {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium was found: name one in SIDEBOOK_CHROMIUM.');
  const profile = await mkdtemp(join(tmpdir(), 'sidebook-silence-'));
  // No mailbox is opened here: nothing answers for it.
  const mail = { port: 9, pin: '' };
  const { pipe, extensionId } = await launch({
    executable,
    profile,
    extension: await shipped(),
    mail,
    headless: true,
  });
  try {
    const home = `chrome-extension://${extensionId}`;
    const welcome = await openPage(pipe, `${home}/welcome.html`);
    await welcome.type('input', link);
    await welcome.click('button[type=submit]');
    await welcome.until(`document.body.dataset.link === 'online'`, 'the first fill');
    const sidebar = await openPage(pipe, `${home}/sidebar.html`);
    await closeOthers(pipe, sidebar);
    await sidebar.type('[role=combobox]', person.name);
    await sidebar.click('[role=option]');
    await sidebar.until(`document.querySelector('article')`, 'the card');

    await sleep(silentMs);
    const text = `Written after a long silence ${newId()}`;
    const started = performance.now();
    await log(colleague, person.id, text);
    const appearedMs = await appears(sidebar, text, started);

    await sidebar.close();
    const closed = performance.now();
    let sleptMs: number | null = null;
    while (sleptMs === null && performance.now() - closed < sleepWithinMs) {
      await sleep(500);
      if (!(await isAwake(pipe, home))) sleptMs = performance.now() - closed;
    }
    // It stays asleep: an alarm without a reason would show within the minute's half.
    let wokeAgain = false;
    for (let look = 0; sleptMs !== null && look < 30 && !wokeAgain; look++) {
      await sleep(500);
      wokeAgain = await isAwake(pipe, home);
    }
    return { appearedMs, sleptMs, wokeAgain };
  } finally {
    await pipe.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Info = { targetId: string; type: string; url: string };
const targetsIn = async (pipe: Pipe): Promise<Info[]> =>
  (await pipe.send<{ targetInfos: Info[] }>('Target.getTargets')).targetInfos;

const isAwake = async (pipe: Pipe, home: string): Promise<boolean> =>
  (await targetsIn(pipe)).some(({ type, url }) => type === 'service_worker' && url.startsWith(home));

/** The welcome page opens by itself too; only the sidebar is to keep the worker awake. */
async function closeOthers(pipe: Pipe, kept: Page): Promise<void> {
  for (const { targetId, type, url } of await targetsIn(pipe))
    if (type === 'page' && targetId !== kept.targetId && url.startsWith('chrome-extension:'))
      await pipe.send('Target.closeTarget', { targetId });
}

async function log({ url, token }: Device, contactId: string, body: string): Promise<void> {
  const input = mailInput({
    id: newId(),
    kind: 'note',
    occurredAt: Date.now(),
    subject: null,
    body,
    contactIds: [contactId],
  });
  const mutations = [{ number: 1, verb: 'interaction.log', input, at: Date.now() }];
  const answer = await ask(url, 'sync.push', { clientId: newId(), confirmed: 0, mutations }, token);
  if (!answer.text.includes('"applied"'))
    throw new Error(`the colleague's log was not taken: ${answer.text}`);
}

async function appears(sidebar: Page, text: string, since: number): Promise<number> {
  while (performance.now() - since < patienceMs) {
    if (await sidebar.ask<boolean>(`document.body.textContent.includes(${JSON.stringify(text)})`))
      return performance.now() - since;
    await sleep(50);
  }
  throw new Error(`Waited ${patienceMs / 1_000} s for a colleague's log to appear.`);
}

import type { Worker } from 'playwright-core';
import type { MailFunction } from '../../../extension/gmail/functions.ts';
import type { MailHealth } from '../../../extension/gmail/health.ts';
import type { TabSession } from '../../../extension/messages/screen/session.ts';
import type { Launched } from '../../doubles/browser/launch.ts';
import { panelsIn } from '../world/panel.ts';
import type { Removal } from './derive.ts';
import { lost, saysSo } from './expected.ts';
import { ownMailbox, serve } from './mailbox.ts';
import { drawn, longest, type Step, steps, until, type Walk } from './steps.ts';
import { isInboxSdk, originOf } from './whose.ts';

/** What went wrong, in the words of the step. */
export type Fault = { removal: string; step: string; what: string };

export type Walked = { faults: Fault[]; health: MailHealth | null; ms: number };

let walks = 0;

/** What our own reading of the page has no way to. */
const sdkAlone: MailFunction[] = ['compose', 'log-switch', 'toolbar', 'app-icon'];

/** What the stand-in's own page says, a request that was not answered, and InboxSDK's own log of what it misses, are no faults of ours. */
const isOurs = (text: string, url: string): boolean =>
  url.startsWith('chrome-extension://') &&
  !/^(?:Failed to load resource|Error logged:|Evaluating a string as JavaScript)/.test(text);

/** Walks through the mailbox with one thing of it gone, and tells what was not as it should be. */
export async function walk(desk: Launched, build: string, removal: Removal): Promise<Walked> {
  const started = Date.now();
  const number = ++walks;
  const faults: Fault[] = [];
  let step = 'load';
  const fault = (what: string) => void faults.push({ removal: removal.name, step, what });
  const page = await desk.context.newPage();
  page.on('pageerror', (error) => {
    const origin = originOf(build, error.stack ?? '');
    if (!isInboxSdk(origin)) fault(`exception in ${origin ?? 'the page'}: ${error.message}`);
  });
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && isOurs(message.text(), url)) fault(`${message.text()} (${url})`);
  });
  await serve(page, ownMailbox(number));
  const mark = `walk=${number}`;
  const worker = await desk.worker();
  await listen(worker);
  const session = (): Promise<TabSession | null> =>
    worker.evaluate(async (marked) => {
      const tabs = await chrome.tabs.query({ url: 'https://mail.google.com/*' });
      const key = `tab/${tabs.find(({ url }) => url?.includes(`${marked}#`))?.id}`;
      return ((await chrome.storage.session.get(key))[key] as TabSession | undefined) ?? null;
    }, mark);
  const health = async (): Promise<MailHealth | null> => (await session())?.health ?? null;
  try {
    const address = `https://mail.google.com/mail/u/0/?${removal.search}&${mark}#inbox`;
    // The stand-in's own scripts take as much longer on a busy machine.
    await page.goto(address, { timeout: 5 * longest() });
    const panel = await until(() => panelsIn(page)[0] ?? null, 'the panel');
    const here: Walk = { page, panel, number, session };
    for (const each of steps) {
      step = each.name;
      await run(each, here, health, fault);
      if (faults.length > 0 && process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${`${removal.name}-${step}`.replace(/\W+/g, '-')}.png`,
        });
    }
    step = 'level';
    const now = await until(health, 'the health report');
    for (const name of lost(removal, now)) fault(`${name} is missing`);
    const line = panel.locator('[data-level-line]');
    if (saysSo(now)) await line.waitFor({ timeout: longest() });
    else if ((await line.count()) > 0) fault(`a line that says: ${await line.innerText()}`);
  } catch (error) {
    fault(textOf(error));
  }
  for (const each of await heardIn(worker)) fault(`exception in the background: ${each}`);
  const told = await health().catch(() => null);
  await page.close();
  return { faults, health: told, ms: Date.now() - started };
}

type Hearing = { faults?: string[] };

/** What the background throws reaches no page; it is kept where it was thrown. */
const listen = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    const world = globalThis as Hearing;
    if (world.faults) return;
    const faults: string[] = [];
    world.faults = faults;
    addEventListener('error', ({ message }) => faults.push(message));
    addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  });

const heardIn = (worker: Worker): Promise<string[]> =>
  worker.evaluate(() => (globalThis as Hearing).faults?.splice(0) ?? []);

/** A step is done, or the health report says by then which function it needs is missing. */
async function run(
  step: Step,
  here: Walk,
  health: () => Promise<MailHealth | null>,
  fault: (what: string) => void,
): Promise<void> {
  const isExcused = async (): Promise<boolean> => {
    const now = await health();
    // Without InboxSDK nobody tells of windows for writing, and nothing of ours stands there; the line says so.
    if (now?.level === 'dom' && step.needs.some((name) => sdkAlone.includes(name))) return true;
    return (
      now?.functions.some(({ name, state }) => state === 'missing' && step.needs.includes(name)) ?? false
    );
  };
  try {
    const done = step.run(here);
    await done.catch(async (error: unknown) => {
      if (!(await isExcused())) throw error;
    });
    await drawn(here);
  } catch (error) {
    fault(textOf(error));
  }
}

const textOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

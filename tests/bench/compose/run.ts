import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from '../../doubles/browser/launch.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { openWorld } from '../../e2e/world.ts';
import { type Figure, figure, median } from '../figure.ts';
import { buildMirrorWorker } from '../fill/extension.ts';
import { fill } from '../fill/run.ts';
import type { MirrorWorker } from '../fill/worker.ts';
import { emailOf } from '../server/address.ts';
import { seedData } from '../server/seed.ts';

const templates = 300;
const recipients = 15;
const contacts = 100_000;
const rounds = 7;
/** Below it nobody notices that anything was looked at. */
const noticed = 50;

type Measured = { pressed: number; listed: number };

/** What a press of Send waits for us, how soon `;name` shows its list, and how soon recipients are known. */
export async function composeFigures(): Promise<Figure[]> {
  return [...(await inWindow()), ...(await answered())];
}

/** With many recipients, a long mail, many templates. */
async function inWindow(): Promise<Figure[]> {
  const world = await openWorld();
  try {
    const desk = await world.open('nora', { build: 'shipped' });
    const page = await desk.context.newPage();
    await page.goto(`chrome-extension://${await desk.extensionId()}/app.html#/templates`);
    await page.locator('main h1').waitFor();
    await page.evaluate(addTemplates, templates);
    await page.close();
    const mail = await desk.openMail('#inbox');
    await mail.locator('sidebook-row').first().waitFor({ state: 'attached' });
    const measured: Measured[] = [];
    for (let round = 0; round <= rounds; round++) measured.push(await measure(mail));
    const warm = measured.slice(1);
    return [
      figure(
        'A press of Send that is stopped by what is to be said',
        median(warm.map(({ pressed }) => pressed)),
        noticed,
        'ms',
      ),
      figure('The longest of them', Math.max(...warm.map(({ pressed }) => pressed)), noticed, 'ms'),
      figure(
        '`;o` typed to its list of 300 templates',
        median(warm.map(({ listed }) => listed)),
        noticed,
        'ms',
      ),
    ];
  } finally {
    await world.close();
  }
}

/** Five recipients at 100,000 contacts, four of them known. */
async function answered(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  console.log(`  seeding ${contacts} contacts ...`);
  const { data, token } = await seedData(join(folder, 'data'), { contacts, interactionsEach: 0 });
  const server = await startServerProcess(data);
  const browser = await launch({ extension: await buildMirrorWorker(), allowed: [server.url] });
  try {
    const worker = await browser.worker();
    await browser.context.unrouteAll();
    await fill(worker, { origin: server.url, token }, 'compose');
    const ask = (round: number) =>
      worker.evaluate(
        (emails) => (globalThis as unknown as { worker: MirrorWorker }).worker.writing('compose', emails),
        [
          ...[1, 2, 3, 4].map((at) => emailOf((round * 131_071 + at * 7_919) % contacts)),
          `new${round}@elsewhere.example`,
        ],
      );
    await ask(999);
    const times: number[] = [];
    for (let round = 0; round < 9; round++) times.push(await ask(round));
    return [figure('Five recipients known at 100,000 contacts', median(times), noticed, 'ms')];
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Through the port that the page itself uses. */
async function addTemplates(count: number): Promise<void> {
  const port = chrome.runtime.connect({ name: 'sidebar' });
  const asked = (id: number, call: string, input: unknown) =>
    new Promise<void>((resolve, reject) => {
      port.onMessage.addListener(function hear(message: { id?: number; error?: { code: string } }) {
        if (message.id !== id) return;
        port.onMessage.removeListener(hear);
        if (message.error) reject(new Error(message.error.code));
        else resolve();
      });
      port.postMessage({ id, call, input });
    });
  const idOf = (at: number) => `01980000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const changes = Array.from({ length: count }, (_, at) => ({
    verb: 'template.add',
    input: {
      id: idOf(at),
      name: `offer ${at}`,
      subject: null,
      body: 'Hi {{first_name|there}},\n'.repeat(20),
      position: at,
      private: true,
    },
  }));
  await asked(1, 'hello', { nonce: null, tabId: null });
  await asked(2, 'actAll', { changes });
  port.disconnect();
}

async function measure(mail: Page): Promise<Measured> {
  await mail.locator('[role=button]', { hasText: 'Compose' }).first().click();
  await mail.locator('.inboxsdk__compose_statusbar').waitFor();
  const people = Array.from({ length: recipients }, (_, at) => `person${at}@firm${at}.example`).join(', ');
  await mail.locator('input[role=combobox]').first().fill(people);
  await mail.keyboard.press('Enter');
  const body = mail.locator('[g_editable=true]').first();
  await body.click();
  // As long as a thread of weeks: its quote is read over, its newly written part is looked at.
  await body.evaluate((element) => {
    const quote = document.createElement('blockquote');
    quote.className = 'gmail_quote';
    for (let at = 0; at < 1_500; at++) {
      const line = document.createElement('div');
      line.textContent = `On day ${at} somebody wrote that the file was attached, and more of the kind.`;
      quote.append(line);
    }
    element.append(quote);
  });
  await mail.keyboard.press('Control+Home');
  // The first list fetches; what is measured is the next.
  await mail.keyboard.type('Please find attached the quote for Tuesday 25 November 2026. ;');
  await mail.waitForTimeout(700);
  await mail.keyboard.press('Backspace');
  await mail.waitForTimeout(100);
  await mail.evaluate(() => {
    const seen = { at: 0, listed: 0 };
    Object.assign(window, { seen });
    document.addEventListener('keydown', () => (seen.at = performance.now()), { capture: true, once: true });
    new MutationObserver((_, observer) => {
      seen.listed = performance.now() - seen.at;
      observer.disconnect();
    }).observe(document.body, { childList: true });
  });
  await mail.keyboard.type(';');
  await mail.waitForTimeout(200);
  const listed = await mail.evaluate(() => (window as unknown as { seen: { listed: number } }).seen.listed);
  await mail.keyboard.press('Escape');
  // Something was typed a moment ago, so that nothing is known beforehand: the worst case.
  await mail.keyboard.type('x');
  const pressed = await mail.evaluate(() => {
    const send = document.querySelector<HTMLElement>('.s-send');
    const before = performance.now();
    send?.click();
    return performance.now() - before;
  });
  await mail.locator('.s-discard').first().click();
  return { pressed, listed };
}

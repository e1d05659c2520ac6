import type { Page } from 'playwright-core';
import { build } from 'vite';
import { inRoot } from '../../../tools/paths.ts';
import type { Desk } from '../world.ts';
import type { Hands } from './in-page.ts';

let script: Promise<string> | null = null;
async function handsScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: inRoot('tests/e2e/kills/in-page.ts'), formats: ['iife'], name: 'hands' },
    },
  });
  const [first] = [made].flat();
  if (!first || !('output' in first)) throw new Error('the script was watched instead of built');
  return first.output[0].code;
}

export type OpenHands = {
  page: Page;
  work(mark: string, contactId: string): Promise<void>;
  rest(): ReturnType<Hands['rest']>;
  deaths(): Promise<number>;
  /** Waits until nothing is left to send; what stands in the way, or nothing. */
  emptied(): Promise<string[]>;
};

type InPage = { hands: Hands };
const atOnce = 4;
const patience = 60_000;

/** A page of the extension that speaks with the worker by the sidebar's own client. `told` hears each "saved" as it is said. */
export async function openHands(desk: Desk, told?: (text: string) => void): Promise<OpenHands> {
  script ??= handsScript();
  const page = await desk.context.newPage();
  if (told) await page.exposeFunction('tellSaved', told);
  await page.goto(`chrome-extension://${await desk.extensionId()}/sidebar.html`);
  await page.evaluate(await script);
  return {
    page,
    work: (mark, contactId) =>
      page.evaluate(
        ([mark, contactId, many]) => (globalThis as unknown as InPage).hands.work(mark, contactId, many),
        [mark, contactId, atOnce] as const,
      ),
    rest: () => page.evaluate(() => (globalThis as unknown as InPage).hands.rest()),
    deaths: () => page.evaluate(() => (globalThis as unknown as InPage).hands.deaths()),
    async emptied() {
      for (const end = Date.now() + patience; ; ) {
        const { waiting, parked } = await page.evaluate(() => (globalThis as unknown as InPage).hands.link());
        if (parked > 0) return [`${parked} were parked`];
        if (waiting === 0) return [];
        if (Date.now() > end) return [`${waiting} still wait after ${patience / 1_000} s`];
        await sleep(200);
      }
    },
  };
}

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

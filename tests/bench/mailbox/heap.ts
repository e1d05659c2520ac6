import type { CDPSession, Page } from 'playwright-core';
import type { Launched } from '../../doubles/browser/launch.ts';
import { panelOf } from '../../e2e/world/panel.ts';
import { attach, browserSession, type Devtools, waitForTarget } from '../../e2e/world/target.ts';
import { ready } from '../thread/run.ts';

/** Megabytes of an engine's heap once nothing is left to collect. */
export type Heap = {
  whole: number;
  /** Of it objects, strings and functions: without code, of which an engine compiles more the longer something runs. */
  held: number;
};
/** What one part of the product holds after each number of threads. */
export type Held = Record<'page' | 'panel' | 'worker', Heap[]>;

/**
 * Opens one conversation of the list after another and goes back to the list, as often as the last of `goals` says;
 * at each goal it is asked what everybody holds.
 */
export async function heapsOver(browser: Launched, goals: readonly number[], isOurs: boolean): Promise<Held> {
  const { context } = browser;
  const page = await ready(browser);
  const parts: [keyof Held, Devtools][] = [['page', ofSession(await context.newCDPSession(page))]];
  if (isOurs) {
    const isWorker = ({ type }: { type: string }) => type === 'service_worker';
    const session = await browserSession(context);
    parts.push(
      ['panel', ofSession(await context.newCDPSession(await panelOf(page)))],
      ['worker', await attach(session, await waitForTarget(session, isWorker, 'the worker'))],
    );
  }
  const subjects = await page.locator('tr.zA .bog').allTextContents();
  const held: Held = { page: [], panel: [], worker: [] };
  let opened = 0;
  for (const goal of goals) {
    for (; opened < goal; opened++) await openAndLeave(page, subjects[opened % subjects.length] ?? '');
    for (const [part, devtools] of parts) held[part].push(await heapOf(devtools));
  }
  await page.close();
  return held;
}

async function openAndLeave(page: Page, subject: string): Promise<void> {
  await page.locator('tr.zA', { hasText: subject }).first().click();
  await page.locator('h2.hP', { hasText: subject }).first().waitFor();
  await page.waitForTimeout(60);
  await page.evaluate(() => {
    location.hash = '#inbox';
  });
  await page.locator('tr.zA').first().waitFor();
}

const ofSession = (session: CDPSession): Devtools => ({
  send: <T>(method: string, params?: object) => session.send(method as never, params as never) as Promise<T>,
  on: (event, listener) => void session.on(event as never, listener as never),
});

async function heapOf(devtools: Devtools): Promise<Heap> {
  await devtools.send('HeapProfiler.enable');
  for (let times = 0; times < 3; times++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send<{ usedSize: number }>('Runtime.getHeapUsage');
  const held = await heldBy(devtools);
  await devtools.send('HeapProfiler.disable');
  return { whole: usedSize / 1e6, held: held / 1e6 };
}

type Snapshot = {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
  nodes: number[];
};
/** `native` is the browser's own, which is no part of an engine's heap. */
const left = new Set(['code', 'native', 'synthetic']);

/** Bytes of a snapshot's nodes that are neither code nor the browser's. */
async function heldBy(devtools: Devtools): Promise<number> {
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }: { chunk: string }) => void chunks.push(chunk));
  await devtools.send('HeapProfiler.takeHeapSnapshot');
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields, node_types } = snapshot.meta;
  const [type, size] = [node_fields.indexOf('type'), node_fields.indexOf('self_size')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += node_fields.length)
    if (!left.has(node_types[0][nodes[at + type] ?? 0] ?? '')) bytes += nodes[at + size] ?? 0;
  return bytes;
}

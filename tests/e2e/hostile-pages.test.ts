import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../doubles/browser/bundle.ts';
import { type Launched, launch } from '../doubles/browser/launch.ts';
import type { HostileReading } from './hostile/in-page.ts';

// The readers alone, in a bare browser: what only a real DOM does to them.
let browser: Launched;
let page: Page;
let source: string;

beforeAll(async () => {
  source = await bundle('tests/e2e/hostile/in-page.ts');
  browser = await launch();
  page = await browser.context.newPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
});

async function read(html: string, change: () => void = () => undefined, storm = false) {
  await page.goto('about:blank');
  await page.evaluate(source);
  await page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    document.documentElement.replaceWith(document.adoptNode(parsed.documentElement));
  }, html);
  await page.evaluate(change);
  return page.evaluate(
    (storm) =>
      (globalThis as unknown as { readHostile: (storm: boolean) => HostileReading }).readHostile(storm),
    storm,
  );
}

/** Names of everything that a reader asks of a form and of a document. */
const names =
  'nodeType localName nodeName nodeValue firstChild lastChild nextSibling previousSibling parentNode parentElement children childNodes firstElementChild nextElementSibling getAttribute hasAttribute attributes classList className id querySelector querySelectorAll getElementById getElementsByTagName matches closest textContent ownerDocument isConnected contains body head documentElement title createTreeWalker activeElement visibilityState addEventListener contentType defaultView location URL'.split(
    ' ',
  );

test('a page whose fields and pictures have the names of the DOM is read as any other', async () => {
  const card =
    '<b class="p-name" itemprop="name">Ada Byron</b><p>Head of Sales</p><a class="u-email" itemprop="email" href="mailto:ada@acme.example">write</a>';
  const around = (fields: string, more: string) =>
    `<!doctype html><html><head><title>Team</title></head><body>${more}<form class="h-card" itemscope itemtype="https://schema.org/Person">${fields}${card}</form><p>grace@navy.example</p></body></html>`;
  const plain = await read(around('', ''));
  const clobbered = await read(
    around(
      names.map((name) => `<input type="hidden" name="${name}">`).join(''),
      names.map((name) => `<img name="${name}"><form name="${name}"></form>`).join(''),
    ),
  );
  expect(clobbered.names).toEqual(plain.names);
  expect(clobbered.keys).toEqual(plain.keys);
  expect(plain.names).toContain('Ada Byron');
  expect(plain.keys).toEqual(expect.arrayContaining(['ada@acme.example', 'grace@navy.example']));
});

test('100 MB of text, 30,000 levels of nesting and 50,000 nodes never hold the thread for 50 ms', async () => {
  const rows = Array.from(
    { length: 8_000 },
    (_, i) =>
      `<div><p>Row <b>${i}</b> of a <i>long</i> table</p><span>+44 20 7946 ${1000 + (i % 9000)}</span></div>`,
  ).join('');
  const seen = await read(
    `<!doctype html><body><h3>Ada Byron</h3><p>Head of Sales</p>${rows}<main style="display:none"></main></body>`,
    () => {
      const main = document.querySelector('main') as Element;
      main.append('word '.repeat(20_000_000));
      let deep: Element = main;
      for (let level = 0; level < 30_000; level++) {
        const next = document.createElement(level % 2 ? 'div' : 'b');
        deep.append(next);
        deep = next;
      }
      deep.append('deep@acme.example');
    },
  );
  expect(seen.names).toContain('Ada Byron');
  expect(seen.total).toBeLessThan(10_000);
  // The least of several readings: other processes take the clock's time now and then.
  const more = await page.evaluate(() => {
    const { readHostile } = globalThis as unknown as { readHostile: (storm: boolean) => HostileReading };
    return [readHostile(false), readHostile(false)].map(({ longest }) => longest);
  });
  expect(Math.min(seen.longest, ...more)).toBeLessThan(50);
});

test('a page that changes under the reader at every step is read to its end', async () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => `<p>Row <b>${i}</b> user${i}@acme.example</p>`).join(
    '',
  );
  const seen = await read(`<!doctype html><body>${rows}</body>`, undefined, true);
  expect(seen.keys.length).toBeGreaterThan(0);
  expect(seen.total).toBeLessThan(10_000);
});

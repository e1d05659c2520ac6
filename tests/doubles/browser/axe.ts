import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Colours are all that differs between the themes of a page. */
type Look = 'all' | 'contrast';
type Shown = {
  /** One part of somebody's page or window, which has no page heading of its own on every screen. */
  isPart?: boolean;
};

/** What a blind user, a keyboard, or a screen of low contrast would stumble over; run by the debugger, which no page's policy reaches. */
export async function axeFindings(
  page: Page | Frame,
  look: Look = 'all',
  { isPart = false }: Shown = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(script);
  const { violations } = (await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
    {
      // What passes needs no list of its elements: that is most of the time it takes.
      resultTypes: ['violations' as const],
      ...(look === 'all'
        ? {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'page-has-heading-one': { enabled: !isPart } },
          }
        : { runOnly: { type: 'rule' as const, values: ['color-contrast'] } }),
    },
  )) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}

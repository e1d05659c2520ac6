import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Gallery } from './page.ts';
import { steps } from './steps.ts';

const themes = ['light', 'dark'] as const;
const locales = ['en', 'zh-CN', 'zh-TW'] as const;

/** A page of the app: as wide as a desk's window, and as narrow as a phone. */
const isPage = (name: string): boolean => (steps[name]?.state ?? name).startsWith('app-');
const widthsOf = (name: string): number[] => (isPage(name) ? [1200, 320] : [300, 280]);

async function open(gallery: Gallery, name: string, width = widthsOf(name)[0] ?? 300): Promise<Page> {
  const step = steps[name];
  const page = await gallery.show({ state: step?.state ?? name, width });
  await step?.run(page);
  return page;
}

const look = async (page: Page, theme: string, locale: string) => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `theme=${theme}&locale=${locale}`);
  await page.waitForSelector(`html[data-theme="${theme}"][lang="${locale}"]`, { state: 'attached' });
};

/** What a blind user, a keyboard, or a screen of low contrast would stumble over. */
async function violations(page: Page, rules: 'all' | 'contrast'): Promise<string[]> {
  const { violations: found } = (await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
    rules === 'all'
      ? {
          // What passes needs no list of its elements: that is most of the time it takes.
          resultTypes: ['violations' as const],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          // The panel is one part of somebody's page or window and has no page heading of its own on every screen.
          rules: { 'page-has-heading-one': { enabled: false } },
        }
      : {
          resultTypes: ['violations' as const],
          runOnly: { type: 'rule' as const, values: ['color-contrast'] },
        },
  )) as AxeResults;
  return found.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  );
}

/** What follows from a resize, such as a menu that closes, is done a frame later. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))));

/** Texts that stick out of the panel, are cut without a sign, or are Han and too small to read. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.clientWidth;
    /** What stands in a part that is scrolled sideways is reached there. */
    const isScrolled = (part: Element | null): boolean => {
      if (!part) return false;
      const scrolls =
        /auto|scroll/.test(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth;
      return (scrolls && part.getBoundingClientRect().right <= wide + 0.5) || isScrolled(part.parentElement);
    };
    for (const part of [document.documentElement, ...document.querySelectorAll('main')]) {
      if (part.scrollWidth > part.clientWidth) found.push(`${part.tagName} is ${part.scrollWidth} wide`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (!text || !parent?.checkVisibility()) continue;
      const style = getComputedStyle(parent);
      const box = parent.getBoundingClientRect();
      if (box.width > 2 && box.right > wide + 0.5 && !isScrolled(parent)) found.push(`sticks out: ${text}`);
      if (/\p{Script=Han}/u.test(text) && Number.parseFloat(style.fontSize) < 12)
        found.push(`too small: ${text}`);
      if (
        parent.scrollWidth > parent.clientWidth + 1 &&
        box.width > 2 &&
        style.overflowX !== 'visible' &&
        style.textOverflow !== 'ellipsis' &&
        style.webkitLineClamp === 'none' &&
        style.display !== 'inline'
      )
        found.push(`cut: ${text}`);
    }
    return found;
  });

/**
 * What axe finds in light and dark, and what does not fit the widths in three languages, of every other state: two files
 * take a half each, so that both cores have one.
 */
export async function findings(gallery: Gallery, half: 0 | 1): Promise<string[]> {
  const found: string[] = [];
  const names = [...gallery.names, ...Object.keys(steps)].filter((_, at) => at % 2 === half);
  for (const name of names) {
    const page = await open(gallery, name);
    await page.evaluate(axe.source);
    for (const locale of locales) {
      await look(page, 'light', locale);
      // Markup and colours are the same in every language; how long a text is, is not.
      for (const theme of locale === 'en' ? themes : []) {
        await look(page, theme, locale);
        const all = await violations(page, theme === 'light' ? 'all' : 'contrast');
        found.push(...all.map((one) => `${name} ${theme} ${locale}: ${one}`));
      }
      for (const width of widthsOf(name)) {
        await page.setViewportSize({ width, height: 760 });
        await drawn(page);
        found.push(...(await misfits(page)).map((one) => `${name} ${width} ${locale}: ${one}`));
      }
      await page.setViewportSize({ width: widthsOf(name)[0] ?? 300, height: 760 });
    }
    await page.close();
  }
  return found;
}

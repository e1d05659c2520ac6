import type { Page } from 'playwright-core';
import { axeFindings } from '../doubles/browser/axe.ts';
import { colourAlone } from './colour-alone.ts';
import type { Gallery } from './page.ts';
import { steps } from './steps.ts';

const themes = ['light', 'dark'] as const;
const locales = ['en', 'zh-CN', 'zh-TW'] as const;

/** A page of the app: as wide as a desk's window, and as narrow as a phone. */
const isPage = (name: string): boolean => (steps[name]?.state ?? name).startsWith('app-');
const widthsOf = (name: string): number[] => (isPage(name) ? [1200, 320] : [300, 280]);

/** The one page is loaded anew for each state: a page of its own for each would compile everything again. */
async function open(gallery: Gallery, name: string, before: Page | null): Promise<Page> {
  const step = steps[name];
  const width = widthsOf(name)[0] ?? 300;
  await before?.evaluate(() => localStorage.clear());
  const page = await gallery.show({ state: step?.state ?? name, width }, before);
  await step?.run(page);
  return page;
}

const look = async (page: Page, theme: string, locale: string) => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `theme=${theme}&locale=${locale}`);
  await page.waitForSelector(`html[data-theme="${theme}"][lang="${locale}"]`, { state: 'attached' });
};

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
 * What axe finds in light, dark and forced colours, what is told by a colour alone there, and what does not fit the widths
 * in three languages, of every other state: two files take a half each, so that both cores have one.
 */
export async function findings(gallery: Gallery, half: 0 | 1): Promise<string[]> {
  const found: string[] = [];
  const names = [...gallery.names, ...Object.keys(steps)].filter((_, at) => at % 2 === half);
  let page: Page | null = null;
  for (const name of names) {
    const tell = (where: string, what: readonly string[]) =>
      found.push(...what.map((one) => `${name} ${where}: ${one}`));
    page = await open(gallery, name, page);
    // Markup and colours are the same in every language; how long a text is, is not.
    for (const theme of themes) {
      await look(page, theme, 'en');
      tell(theme, await axeFindings(page, theme === 'light' ? 'all' : 'contrast', { isPart: true }));
    }
    await look(page, 'light', 'en');
    await page.emulateMedia({ forcedColors: 'active' });
    await drawn(page);
    tell('forced colours', await axeFindings(page, 'contrast', { isPart: true }));
    tell('forced colours', await colourAlone(page));
    await page.emulateMedia({ forcedColors: 'none' });
    for (const width of widthsOf(name)) {
      await page.setViewportSize({ width, height: 760 });
      for (const locale of locales) {
        await look(page, 'light', locale);
        await drawn(page);
        tell(`${width} ${locale}`, await misfits(page));
      }
    }
  }
  await page?.close();
  return found;
}

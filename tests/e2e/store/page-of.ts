import type { Page } from 'playwright-core';
import { build } from 'vite';
import { inRoot } from '../../../tools/paths.ts';
import { type Launched, launch } from '../../doubles/browser/launch.ts';

const origin = 'https://store.example';

/** A bare browser whose pages run one script of ours. */
export async function launchWith(
  entry: string,
): Promise<{ browser: Launched; openPage(): Promise<Page>; origin: string }> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: inRoot(entry), formats: ['iife'], name: 'store' } },
  });
  const [first] = [made].flat();
  if (!first || !('output' in first)) throw new Error('the script was watched instead of built');
  const script = first.output[0].code.replaceAll('</script', '<\\/script');
  const body = `<!doctype html><title>Store</title><script>${script}</script>`;
  const answer = { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  const browser = await launch({ sites: { [origin]: { handle: async () => answer } } });
  const openPage = async () => {
    const page = await browser.context.newPage();
    await page.goto(`${origin}/`);
    return page;
  };
  return { browser, openPage, origin };
}

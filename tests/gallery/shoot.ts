import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inRoot } from '../../tools/paths.ts';
import { buildGallery } from './built.ts';
import { type Gallery, openGallery, type Shown } from './page.ts';
import { steps } from './steps.ts';

type Look = Omit<Shown, 'state'> & { name: string };
const looks: Look[] = [
  { name: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'forced', theme: 'dark', forced: true },
  { name: 'forced-light', forced: true },
  { name: 'wide', width: 480 },
  { name: 'zh-CN', locale: 'zh-CN' },
  { name: 'zh-TW', locale: 'zh-TW' },
  { name: 'dark-zh-TW', theme: 'dark', locale: 'zh-TW' },
];

const folder = inRoot('.output/gallery');

/** Every state in every look as a picture of its own, and one sheet a look. `npm run gallery -- light known` draws less. */
export async function shoot(only: string[] = [], say: (line: string) => void = () => {}): Promise<void> {
  const built = await buildGallery();
  const gallery = await openGallery(built.folder, say);
  try {
    const wantedLooks = looks.filter(
      (look) => only.length === 0 || only.includes(look.name) || !only.some(isLook),
    );
    const all = [...gallery.names, ...Object.keys(steps)];
    const wanted = all.filter((name) => !only.some((one) => all.includes(one)) || only.includes(name));
    if (only.length === 0) await rm(folder, { recursive: true, force: true });
    for (const look of wantedLooks) {
      const shots: { name: string; png: Buffer }[] = [];
      for (const name of wanted) shots.push({ name, png: await shootOne(gallery, name, look) });
      await sheets(
        gallery,
        look.name,
        look.width ?? 300,
        shots.filter(({ name }) => !isPage(name)),
      );
      await sheets(
        gallery,
        `${look.name}-app`,
        pageWidth(look) / 2,
        shots.filter(({ name }) => isPage(name)),
      );
      say(`${look.name}: ${shots.length} pictures`);
    }
  } finally {
    await gallery.close();
    await built.remove();
  }
}

const isPage = (name: string) => (steps[name]?.state ?? name).startsWith('app-');
/** A page of the app is as wide as a desk's window; where the panel is drawn wide, as narrow as a phone. */
const pageWidth = (look: Look) => (look.name === 'wide' ? 320 : 1100);

const isLook = (name: string) => looks.some((look) => look.name === name);

async function shootOne(gallery: Gallery, name: string, look: Look): Promise<Buffer> {
  const step = steps[name];
  const page = await gallery.show({
    ...look,
    ...(isPage(name) && { width: pageWidth(look) }),
    scale: 2,
    state: step?.state ?? name,
  });
  await step?.run(page);
  // Long enough for the skeleton, which waits 200 ms, and for the guard, which waits 500 ms.
  if (name === 'loading' || name.startsWith('framed')) await page.waitForTimeout(800);
  await atRest(page);
  await mkdir(join(folder, look.name), { recursive: true });
  const png = await page.screenshot({ path: join(folder, look.name, `${name}.png`) });
  await page.close();
  return png;
}

/** Parts whose code comes later are there when nothing was added for a while. */
async function atRest(page: Page): Promise<void> {
  const size = () => page.evaluate(() => document.body.innerHTML.length);
  for (let before = -1, now = await size(); now !== before; now = await size()) {
    before = now;
    await page.waitForTimeout(120);
  }
}

const aSheet = 10;

async function sheets(
  gallery: Gallery,
  sheet: string,
  shown: number,
  shots: { name: string; png: Buffer }[],
): Promise<void> {
  const width = shown + 16;
  for (let start = 0; start < shots.length; start += aSheet) {
    const part = shots.slice(start, start + aSheet);
    const page = await gallery.browser.newPage({
      viewport: { width: width * 5 + 16, height: 1 },
      deviceScaleFactor: 1,
    });
    const figures = part.map(
      ({ name, png }) =>
        `<figure><figcaption>${name}</figcaption><img width="${width - 16}" src="data:image/png;base64,${png.toString('base64')}"></figure>`,
    );
    await page.setContent(
      `<style>body{margin:8px;display:flex;flex-wrap:wrap;background:#888;font:12px sans-serif}figure{margin:4px 8px}img{display:block}</style>${figures.join('')}`,
    );
    await writeFile(
      join(folder, `${sheet}-${start / aSheet + 1}.png`),
      await page.screenshot({ fullPage: true }),
    );
    await page.close();
  }
}

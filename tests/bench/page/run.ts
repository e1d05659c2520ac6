import { gzipSync } from 'node:zlib';
import { bundle } from '../../doubles/browser/bundle.ts';
import { launch } from '../../doubles/browser/launch.ts';
import { type Figure, figure, median } from '../figure.ts';
import { readingFigures } from './reading.ts';

/** Elements of the page that is read. */
const nodes = 50_000;
const rounds = 9;

/**
 * What reading a page of 50,000 elements costs its main thread, beside a bare walk over its text nodes; the
 * longest task that reading makes; and how large the script is that stands in every page, beside its promise.
 */
export async function pageFigures(): Promise<Figure[]> {
  const reading = readingFigures();
  const source = await bundle('tests/bench/page/in-page.ts');
  const browser = await launch();
  try {
    const page = await browser.context.newPage();
    await page.setContent(largePage(nodes));
    await page.evaluate(source);
    const ours: number[] = [];
    const floor: number[] = [];
    const longest: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const once = await page.evaluate(() =>
        (globalThis as unknown as { measure: () => Promise<Measured> }).measure(),
      );
      ours.push(once.work);
      floor.push(once.walk);
      longest.push(once.longest);
      again.push(once.again);
    }
    const watcher = gzipSync(await bundle('extension/entrypoints/page.content.ts'), { level: 9 }).length;
    return [
      ...reading,
      figure(
        'Reading a page of 50,000 elements, main thread, beside a bare walk',
        median(ours),
        median(floor),
        'ms',
      ),
      figure('Reading it again after one change, beside the first time', median(again), median(ours), 'ms'),
      figure('Longest task of that reading, beside a long task', median(longest), 50, 'ms'),
      figure('Script in a page before anything is found, beside 15 kB', watcher / 1000, 15, 'kB gzip'),
    ];
  } finally {
    await browser.close();
  }
}

export type Measured = { work: number; walk: number; longest: number; again: number };

/** A page of plain rows with an address in every hundredth, somebody in every fiftieth and a marked-up one in every 250th. */
function largePage(size: number): string {
  const rows = Array.from({ length: size / 5 }, (_, i) => {
    const address = i % 100 === 0 ? ` <a href="mailto:user${i}@acme.example">user${i}@acme.example</a>` : '';
    const person = i % 50 === 0 ? `<h4>Ada Byron</h4><em>Head of Sales ${i}</em>` : '';
    const item = i % 250 === 0 ? ' itemscope itemtype="https://schema.org/Person"' : '';
    return `<div class="row"${item}>${person}<p>Row <b>${i}</b> of a <i>long</i> table with some words in it</p><span>and more ${i}${address}</span></div>`;
  });
  return `<!doctype html><title>Long</title><body>${rows.join('')}`;
}

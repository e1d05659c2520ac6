import { numbersIn } from '../../shared/identity/number.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { bounds, type Example, type Page, type Reading, type Recogniser } from './recogniser.ts';
import { surveyOf } from './survey.ts';

/** Numbers of orders, customers, invoices: whoever has one among their keys is meant by it. Says nothing of anybody else. */
export const numbers: Recogniser = { source: 'number', read, looksAt: ({ lines }) => lines };

/** Sure of the number; that its customer is who the page is about is likely. */
const confidence = 0.6;
const most = 40;

function* read(page: Page): Reading<Sighting[]> {
  const { lines } = yield* surveyOf(page);
  const seen = new Map<string, Sighting>();
  for (const [at, line] of lines.entries()) {
    if (at % 50 === 0) yield;
    if (seen.size >= most || at >= bounds.lines) break;
    if (line.isUnnumbered) continue;
    const { text, element } = line;
    const found = numbersIn(text);
    if (found.length === 0) line.isUnnumbered = true;
    for (const value of found) {
      if (seen.has(value.value)) continue;
      const stood = page.places?.mark(element);
      const key = {
        value,
        source: 'number' as const,
        confidence,
        ...(stood === undefined ? {} : { at: stood }),
      };
      seen.set(value.value, { kind: 'person', keys: [key], fields: {} });
    }
  }
  return [...seen.values()];
}

export const examples: Example[] = [
  {
    shows: 'an order by its number',
    html: '<h1>Order #10234</h1><p>Paid 2026-03-01, 3 items</p>',
    sees: ['person <external:order:10234>'],
  },
  {
    shows: 'a customer number in a Chinese page',
    html: '<p>客户编号：KH-20261</p>',
    sees: ['person <external:customer:KH-20261>'],
  },
  {
    shows: 'how many there are, which is no number of anything',
    html: '<p>We order 250 units a month</p>',
    sees: [],
  },
];

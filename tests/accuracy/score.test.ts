import { describe, expect, test } from 'vitest';
import * as adapter from './adapter.ts';
import { type Figure, score } from './score.ts';

const figures = score(adapter);
const f1 = ({ right, wrong, of }: Figure): number => (2 * right) / (right + wrong + of || 1);

test('every reader is scored, and something is asked of each', () => {
  expect(figures.length).toBe(14);
  for (const { of } of figures) expect(of).toBeGreaterThan(0);
});

// Below these a change has broken something: they are what the readers reach today, less one slip.
const floors: Record<string, number> = {
  'pages: people': 0.9,
  'pages: titles': 0.8,
  'pages: organisations': 0.5,
  'pages: phones': 0.95,
  'pages: e-mails': 0.95,
  reply: 0.8,
  'signature: name': 0.8,
  'signature: organisation': 0.8,
  'signature: position': 0.8,
  'signature: phone': 0.9,
  'signature: mail': 0.9,
  'forwarded header': 0.95,
  'name parts': 0.8,
  'same name': 0.8,
};

describe("on the project's own cases", () => {
  test.each(
    figures.map((figure) => [figure.check, figure] as const),
  )('%s are told as well as ever', (_, figure) =>
    expect(f1(figure)).toBeGreaterThanOrEqual(floors[figure.check] ?? 1));
});

test('a reader that tells nothing, and one that tells everything, score worse', () => {
  const silent = score({
    reply: () => '',
    page: () => ({ people: [], orgs: [], phones: [], emails: [], offered: [] }),
  });
  expect(silent.every((figure) => f1(figure) < 0.5)).toBe(true);
  const people = pagesOf(figures);
  const talkative = score({
    page: (one) => {
      const { phones, ...told } = adapter.page(one);
      return { ...told, phones: [...phones, '12345678', '87654321'] };
    },
  });
  expect(f1(people('pages: phones'))).toBeGreaterThan(f1(pagesOf(talkative)('pages: phones')));
});

const pagesOf = (all: Figure[]) => (check: string) =>
  all.find((figure) => figure.check === check) ?? { check, right: 0, wrong: 0, of: 0 };

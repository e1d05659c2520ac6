import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { makePlaces } from './places.ts';

test('a node has one number for as long as it is on the page', () => {
  const { document } = parseHTML('<body><p>Ada</p><p>Bob</p></body>');
  const [ada, bob] = document.querySelectorAll('p') as unknown as [Element, Element];
  const places = makePlaces();
  const at = places.mark(ada);
  expect(places.mark(bob)).not.toBe(at);
  expect(places.mark(ada)).toBe(at);
  expect(places.nodeAt(at)).toBe(ada);
  ada.remove();
  expect(places.nodeAt(at)).toBeNull();
});

test('a number that nobody gave leads nowhere', () => {
  const places = makePlaces();
  for (const at of [0, -1, 1.5, Number.NaN, 1e9]) expect(places.nodeAt(at)).toBeNull();
});

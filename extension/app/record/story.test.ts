import { expect, test } from 'vitest';
import type { TimelineEntry } from '../../messages/state.ts';
import { everything, type Happening, storyOf, type Wanted } from './story.ts';

const entry = (at: number) => ({ interaction: { id: `i${at}`, occurredAt: at } }) as TimelineEntry;
const event = (at: number, by = 'mia', rowId = 'deal') =>
  ({ change: { id: `c${at}`, at, by, rowId }, title: 'Renewal' }) as Happening;
const told = (entries: number[], events: Happening[], whole: boolean, wanted: Partial<Wanted> = {}) =>
  storyOf(entries.map(entry), events, whole, { ...everything, ...wanted }, ({ title }) => [title]).map(
    (one) => ('entry' in one ? one.entry.interaction.id : one.event.change.id),
  );

test('what was said and what was changed stand together, newest first', () => {
  expect(told([9, 5], [event(7), event(2)], true)).toEqual(['i9', 'c7', 'i5', 'c2']);
});

test('before older entries are shown no change stands below them, as if nothing had been said between', () => {
  expect(told([9, 5], [event(7), event(2)], false)).toEqual(['i9', 'c7', 'i5']);
  expect(told([9, 5], [event(7), event(2)], false, { kind: 'changes' })).toEqual(['c7', 'c2']);
});

test.each<[string, Partial<Wanted>, string[]]>([
  ['a kind of entry', { kind: 'call' }, ['i9', 'i5']],
  ['one who did it', { by: 'me' }, ['i9', 'i5', 'c3']],
  ['one whom it is about', { contactId: 'ada' }, ['i9', 'i5', 'c2']],
  ['words', { text: 'renew' }, ['i9', 'c7', 'i5', 'c3', 'c2']],
  ['words that no change says', { text: 'invoice' }, ['i9', 'i5']],
])('changes are narrowed by %s too; entries come narrowed', (_, wanted, expected) => {
  const events = [event(7), event(3, 'me'), event(2, 'mia', 'ada')];
  expect(told([9, 5], events, true, wanted)).toEqual(expected);
});

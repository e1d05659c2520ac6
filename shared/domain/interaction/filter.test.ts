import { describe, expect, test } from 'vitest';
import { newBase } from '../row.ts';
import type { Interaction } from '../rows.ts';
import { isFiltered, noFilter, type TimelineFilter } from './filter.ts';
import { matchesFilter, wordsIn } from './match.ts';

const entry = {
  ...newBase('i', 1, 'mia'),
  kind: 'email',
  subject: '关于云平台升级的报价',
  body: 'Could you send the revised offer by Friday? Grüße',
  outcome: null,
  participants: [{ name: 'Ada Lindqvist', email: 'ada@acme.test', role: 'from' }],
  contactIds: ['ada', 'bob'],
  loggedBy: 'mia',
} as unknown as Interaction;

describe('of a timeline is shown', () => {
  test.each<[Partial<TimelineFilter>, boolean]>([
    [{}, true],
    [{ kind: 'email' }, true],
    [{ kind: 'call' }, false],
    [{ by: 'mia' }, true],
    [{ by: 'me' }, false],
    [{ contactId: 'bob' }, true],
    [{ contactId: 'eve' }, false],
    [{ text: 'revised FRI' }, true],
    [{ text: 'grusse' }, true],
    [{ text: '雲平臺' }, true],
    [{ text: '平云' }, false],
    [{ text: 'lindq' }, true],
    [{ text: 'acme.test' }, true],
    [{ text: 'vised' }, false],
    [{ text: '  ' }, true],
    [{ kind: 'email', by: 'mia', contactId: 'ada', text: 'offer' }, true],
    [{ kind: 'email', by: 'mia', contactId: 'ada', text: 'invoice' }, false],
  ])('%j: %s', (wanted, expected) => {
    expect(matchesFilter({ ...noFilter, ...wanted })(entry)).toBe(expected);
  });

  test('a filter of nothing is none', () => {
    expect(isFiltered(noFilter)).toBe(false);
    expect(isFiltered({ ...noFilter, text: ' . ' })).toBe(false);
    expect(isFiltered({ ...noFilter, by: 'mia' })).toBe(true);
    expect(wordsIn([null, ''], '')).toBe(true);
  });
});

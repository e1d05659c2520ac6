import { describe, expect, test } from 'vitest';
import type { FunctionHealth, MailHealth } from '../gmail/health.ts';
import { checkedFromTab } from '../messages/tab-schema.ts';
import { levelOf } from './level.ts';
import { levelReport } from './level-report.ts';

const works = (name: FunctionHealth['name']): FunctionHealth => ({ name, state: 'works', why: null });
const health = (more: Partial<MailHealth> = {}): MailHealth => ({
  level: 'inboxsdk',
  sdk: '2.2.26',
  without: null,
  place: 'global-panel',
  layout: {
    nav: 'classic',
    pane: 'none',
    conversations: true,
    narrow: false,
    delegated: false,
    popOut: false,
  },
  language: 'en',
  functions: [works('account'), works('thread'), works('people'), works('panel')],
  probes: [{ name: 'page-thread', ok: 3, failed: 0 }],
  ...more,
});
const gone = (name: FunctionHealth['name']): FunctionHealth => ({ name, state: 'missing', why: 'not-found' });

describe('the level of a mailbox', () => {
  test.each([
    ['Gmail’s panel', health(), 1, null],
    ['our dock, as Gmail has no column', health({ place: 'dock' }), 2, 'column'],
    [
      'our own reading, as InboxSDK never came',
      health({ level: 'dom', without: 'timeout', place: 'dock' }),
      2,
      'late',
    ],
    [
      'Firefox, which has no better',
      health({ level: 'dom', sdk: null, without: 'not-built', place: 'dock' }),
      2,
      null,
    ],
    [
      'a window of one conversation',
      health({ level: 'dom', without: 'failed', layout: { ...health().layout, popOut: true } }),
      2,
      'pop-out',
    ],
    ['a page that cannot be read', health({ functions: [gone('thread'), works('panel')] }), 3, 'unread'],
    [
      'a thread of which nobody is known',
      health({ functions: [works('thread'), gone('people')] }),
      3,
      'unread',
    ],
  ])('%s', (_, given, level, why) => {
    expect(levelOf(given)).toMatchObject({ level, why });
  });

  test('is not told while the better one may still come', () => {
    expect(levelOf(health({ level: 'dom', without: 'loading' }))).toBeNull();
    expect(levelOf(undefined)).toBeNull();
  });

  test('names what is missing and what works otherwise, not the place of the panel', () => {
    const functions = [
      works('thread'),
      gone('sending'),
      gone('panel'),
      { name: 'dates', state: 'otherwise', why: 'threw' },
    ];
    expect(levelOf(health({ functions: functions as FunctionHealth[] }))).toMatchObject({
      missing: ['sending'],
      otherwise: ['dates'],
    });
  });
});

describe('the report', () => {
  test('tells level, functions, versions, layout and language', () => {
    const line = levelReport(health({ functions: [works('thread'), gone('sending')], place: 'dock' }));
    expect(line).toBe(
      'gmail=inboxsdk/dock level=2/column sdk=2.2.26 layout=classic language=en functions=1/2 not=sending:missing/not-found',
    );
  });

  test('takes no word from a page that it could carry an address or a text in', () => {
    const canary = 'ada@acme.example wrote about the contract';
    const told = (change: object) => checkedFromTab({ type: 'health', health: { ...health(), ...change } });
    expect(told({})).not.toBeNull();
    for (const change of [
      { sdk: canary },
      { place: canary },
      { language: canary },
      { layout: { ...health().layout, nav: canary } },
      { functions: [{ name: canary, state: 'works', why: null }] },
      { functions: [{ name: 'thread', state: canary, why: null }] },
      { functions: [{ name: 'thread', state: 'works', why: canary }] },
      { probes: [{ name: canary, ok: 1, failed: 0 }] },
      { subject: canary },
    ])
      expect(told(change), JSON.stringify(change)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { stateOf } from './functions.ts';
import { makeProbes } from './health.ts';

describe('a function of the mailbox', () => {
  test.each([
    [['ok', null, null], 'works'],
    [['ok', 'not-found', 'threw'], 'works'],
    [[null, 'ok'], 'works'],
    [['not-found', 'ok'], 'otherwise'],
    [['threw', 'not-found', 'ok'], 'otherwise'],
    [['not-found', 'threw'], 'missing'],
    [[null, 'not-found'], 'missing'],
  ] as const)('whose ways ended %j stands: %s', (ends, state) => {
    expect(stateOf(ends)?.state).toBe(state);
  });

  test('of which no way was asked is not spoken of', () => {
    expect(stateOf([null, null])).toBeNull();
  });

  test('says whether its way found nothing or threw', () => {
    expect(stateOf(['threw', 'ok'])).toEqual({ state: 'otherwise', why: 'threw' });
    expect(stateOf(['not-found', 'threw'])).toEqual({ state: 'missing', why: 'not-found' });
  });
});

describe('the probes', () => {
  test('count, and turn what throws into nothing', () => {
    const probes = makeProbes();
    expect(probes.attempt('subject', () => 'Renewal')).toBe('Renewal');
    expect(
      probes.attempt('subject', () => {
        throw new Error('renamed');
      }),
    ).toBeNull();
    expect(probes.attempt('subject', () => undefined)).toBeNull();
    expect(probes.all()).toEqual([{ name: 'subject', ok: 1, failed: 2 }]);
  });

  test('the last way counts: a function that is healthy again works again', () => {
    const probes = makeProbes();
    probes.note('page-subject', false);
    probes.note('page-subject-other', false);
    expect(probes.functions()).toEqual([{ name: 'subject', state: 'missing', why: 'not-found' }]);
    probes.note('page-subject-other', true);
    expect(probes.functions()).toEqual([{ name: 'subject', state: 'otherwise', why: 'not-found' }]);
    probes.note('page-subject', true);
    expect(probes.functions()).toEqual([{ name: 'subject', state: 'works', why: null }]);
  });

  test('what is forgotten is not spoken of until it is asked again', () => {
    const probes = makeProbes();
    probes.note('page-thread', false);
    probes.forget('page-thread', 'page-thread-other');
    expect(probes.functions()).toEqual([]);
    probes.note('page-thread', true);
    expect(probes.functions()).toEqual([{ name: 'thread', state: 'works', why: null }]);
  });

  test('tell of a change of a function, not of each count', () => {
    const probes = makeProbes();
    let told = 0;
    probes.onChange(() => {
      told += 1;
    });
    probes.note('page-thread', true);
    probes.note('page-thread', true);
    probes.note('of-no-function', false);
    expect(told).toBe(1);
    probes.note('page-thread', false);
    expect(told).toBe(2);
  });
});

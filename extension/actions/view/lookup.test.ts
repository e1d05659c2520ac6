import { describe, expect, test } from 'vitest';
import type { Interaction } from '../../../shared/domain/rows.ts';
import { resembled, sameMail } from './lookup.ts';

const digest = (minute: number) => `dg:${minute}:${'a'.repeat(32)}`;
const entry = (id: string, fingerprint: string[], loggedAt = 1) =>
  ({ id, fingerprint, loggedAt }) as unknown as Interaction;
const byKey = (...entries: Interaction[]) => {
  const found = new Map<string, Interaction[]>();
  for (const each of entries)
    for (const key of each.fingerprint) found.set(key, [...(found.get(key) ?? []), each]);
  return found;
};

describe('a mail in front of what is logged', () => {
  test('is the same by a certain key, and by no digest', () => {
    const found = byKey(entry('i1', ['mid:1@a', digest(5)]));
    expect(sameMail(found, ['mid:1@a'])?.id).toBe('i1');
    expect(sameMail(found, [digest(5)])).toBeNull();
  });

  test('probably is one whose digest is of its minute or of one beside it, the first logged first', () => {
    const found = byKey(
      entry('late', ['gm:mia@f:2', digest(6)], 9),
      entry('early', ['gm:mia@f:1', digest(4)], 3),
    );
    expect(resembled(found, ['gm:nora@f:7', digest(5)])?.id).toBe('early');
    expect(resembled(found, ['gm:nora@f:7', digest(9)])).toBeNull();
  });

  test('is not its twin of the same words: another Message-ID, or another id in the same mailbox', () => {
    const found = byKey(entry('i1', ['mid:1@a', 'gm:nora@f:1', digest(5)]));
    expect(resembled(found, ['mid:2@a', 'gm:mia@f:8', digest(5)])).toBeNull();
    expect(resembled(found, ['gm:nora@f:2', digest(5)])).toBeNull();
    expect(resembled(found, ['gm:mia@f:8', digest(5)])?.id).toBe('i1');
  });

  test('is compared with every entry of a digest, not with the first alone', () => {
    const found = byKey(
      entry('twin', ['mid:1@a', digest(5)], 1),
      entry('without', ['gm:mia@f:3', digest(5)], 2),
    );
    expect(resembled(found, ['mid:2@a', digest(5)])?.id).toBe('without');
  });
});

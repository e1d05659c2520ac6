import { describe, expect, test } from 'vitest';
import { isComposedHere, legacyId, permanentId, receivedAt } from './ids.ts';

const now = Date.UTC(2026, 10, 21);

describe('ids', () => {
  test('a permanent id holds the lasting one in decimal', () => {
    expect(legacyId('#msg-f:1881861111112227399')).toBe(1881861111112227399n.toString(16));
    expect(legacyId('thread-f:255')).toBe('ff');
  });
  test('ids made in this browser hold none', () => {
    for (const id of ['#msg-a:r-123', 'thread-a:r1', '', null, '#msg-f:', 'msg-f:12x'])
      expect(legacyId(id)).toBeNull();
  });
  test('requests want them without the hash sign', () => {
    expect(permanentId('#msg-f:1')).toBe('msg-f:1');
    expect(permanentId('')).toBeNull();
    expect(permanentId(null)).toBeNull();
  });
  test('tell what was composed in this mailbox', () => {
    expect(isComposedHere('msg-a:r1')).toBe(true);
    expect(isComposedHere('msg-f:1')).toBe(false);
    expect(isComposedHere(null)).toBe(false);
  });
  test('hold the instant of receipt', () => {
    const at = Date.UTC(2026, 10, 20, 12, 0, 31, 250);
    expect(receivedAt(((BigInt(at) << 20n) | 77n).toString(16), now)).toBe(at);
  });
  test('tell no instant that cannot be', () => {
    for (const id of ['ffffffffffffffff', '1', '~2', 'zz', ((BigInt(now) << 20n) * 2n).toString(16)]) {
      expect(receivedAt(id, now)).toBeNull();
    }
  });
});

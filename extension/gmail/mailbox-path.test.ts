import { describe, expect, test } from 'vitest';
import { isDelegated, isMailbox, isPopOut, mailboxPath } from './mailbox-path.ts';

describe('the address of a mailbox', () => {
  test.each([
    ['/mail/u/0/', '/mail/u/0', false],
    ['/mail/u/1', '/mail/u/1', false],
    ['/mail/u/12/popout', '/mail/u/12', false],
    ['/mail/u/0/d/AEoRXRTk_-9x/', '/mail/u/0/d/AEoRXRTk_-9x', true],
    ['/mail/b/AH1rexQ/u/0/', '/mail/b/AH1rexQ/u/0', true],
    ['/mail/b/AH1rexQ/', '/mail/b/AH1rexQ', true],
    ['/mail/', '/mail/u/0', false],
    ['/mail/u/x', '/mail/u/0', false],
    ['/mail/mu/mp/1', '/mail/u/0', false],
  ])('%s is %s', (pathname, path, delegated) => {
    expect(mailboxPath(pathname)).toBe(path);
    expect(isDelegated(pathname)).toBe(delegated);
  });

  test('tells a conversation in a window of its own', () => {
    expect(isPopOut('/mail/u/0/popout')).toBe(true);
    expect(isPopOut('/mail/u/0/')).toBe(false);
  });

  test.each([
    ['/mail/u/0/', '', true],
    ['/mail/u/0/popout', '?ver=1&th=1', true],
    ['/mail/u/0/', '?view=pt&th=1', false],
    ['/mail/u/0/', '?view=cm&fs=1', false],
    ['/mail/u/0/', '?fs=1&tf=cm&to=ada@acme.example', false],
    ['/chat/u/0/', '', false],
  ])('%s%s is a mailbox: %s', (pathname, search, is) => {
    const window = { location: { pathname, search } } as unknown as Window;
    expect(isMailbox(Object.assign(window, { top: window, self: window }))).toBe(is);
    expect(isMailbox(Object.assign(window, { top: {} }))).toBe(false);
  });
});

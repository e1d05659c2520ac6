import { expect, test } from 'vitest';
import { keepEarly } from './early.ts';

test('what a port brings before somebody listens is told when somebody does, in order and once', () => {
  const listeners = new Set<(message: unknown) => void>();
  const port = keepEarly({
    name: 'sidebar',
    sender: undefined,
    postMessage: () => {},
    disconnect: () => {},
    onDisconnect: { addListener: () => {} },
    onMessage: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  });
  const say = (message: unknown) => {
    for (const listener of listeners) listener(message);
  };
  say('hello');
  say('ping');
  const heard: unknown[] = [];
  port.onMessage.addListener((message) => heard.push(message));
  say('later');
  expect(heard).toEqual(['hello', 'ping', 'later']);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FromTab } from '../messages/tab.ts';
import { makeLine, type Runtime } from './run.ts';

const settings = { logOnSend: false, paired: true, locale: 'en' };
let sent: FromTab[];
const line = (answers: (object | null | Error)[]) => {
  sent = [];
  const runtime: Runtime = {
    id: 'us',
    getURL: (path) => path,
    onMessage: { addListener: () => {}, removeListener: () => {} },
    sendMessage: async (message) => {
      sent.push(message);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return makeLine(runtime, {} as Document, new AbortController());
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a frame is made known also where the worker dies over the message: unknown it would show nothing', async () => {
  const known = line([new Error('no receiving end'), null, settings]).register('n1');
  await vi.runAllTimersAsync();
  expect(await known).toEqual(settings);
  expect(sent).toEqual(Array(3).fill({ type: 'frame', nonce: 'n1' }));
});

test('whoever never answers is not asked for ever', async () => {
  const known = line([]).register('n1');
  await vi.runAllTimersAsync();
  expect(await known).toBeNull();
  expect(sent).toHaveLength(5);
});

test('what somebody pressed is asked for again where the worker dies over it; what the screen tells anew is not', async () => {
  const gone = () => new Error('the message port closed');
  const pressed = line([gone(), gone(), settings]).send({ type: 'place', ask: 'log' }, 3);
  await vi.runAllTimersAsync();
  expect(await pressed).toEqual(settings);
  expect(sent).toHaveLength(3);
  expect(await line([gone(), settings]).send({ type: 'doubt' })).toBeNull();
  expect(sent).toHaveLength(1);
});

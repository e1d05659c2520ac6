import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renewed, watchRenewal } from './renewal.ts';

/** As much of a browser's service workers as the page looks at. */
function workersOf(controller: object | null) {
  const container = new EventTarget();
  const registration = Object.assign(new EventTarget(), {
    waiting: null as { state: string; postMessage: (said: string) => void } | null,
    installing: null as EventTarget | null,
    update: vi.fn(async () => undefined),
  });
  const workers = Object.assign(container, { controller, register: vi.fn(async () => registration) });
  return { workers, registration };
}
const reload = vi.fn();
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  renewed.value = false;
  reload.mockReset();
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('reportError', (cause: unknown) => {
    throw cause;
  });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('setInterval', () => 0);
});
afterEach(() => vi.unstubAllGlobals());

test('the first version is no news, and reloads nothing', async () => {
  const { workers, registration } = workersOf(null);
  watchRenewal(workers as never, '/app/service-worker.js');
  registration.waiting = { state: 'installed', postMessage: () => undefined };
  await settled();
  workers.dispatchEvent(new Event('controllerchange'));
  expect([renewed.value, reload.mock.calls.length]).toEqual([false, 0]);
});

test('a newer version is offered when it is there as a whole, and comes up by a click', async () => {
  const { workers, registration } = workersOf({});
  const renew = watchRenewal(workers as never, '/app/service-worker.js');
  await settled();
  expect(renewed.value).toBe(false);
  const said: string[] = [];
  registration.installing = new EventTarget();
  registration.dispatchEvent(new Event('updatefound'));
  registration.waiting = { state: 'installed', postMessage: (what) => void said.push(what) };
  registration.installing.dispatchEvent(new Event('statechange'));
  expect([renewed.value, said, reload.mock.calls.length]).toEqual([true, [], 0]);
  renew();
  expect([said, reload.mock.calls.length]).toEqual([['take over'], 0]);
  workers.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a version that another tab brought up is offered here too, and never takes over what is being typed', async () => {
  const { workers } = workersOf({});
  const renew = watchRenewal(workers as never, '/app/service-worker.js');
  await settled();
  workers.dispatchEvent(new Event('controllerchange'));
  expect([renewed.value, reload.mock.calls.length]).toEqual([true, 0]);
  renew();
  expect(reload).toHaveBeenCalledTimes(1);
});

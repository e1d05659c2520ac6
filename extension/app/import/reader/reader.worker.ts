import { makeDesk } from './desk.ts';
import type { Ask, Tell } from './protocol.ts';

/** What of the worker's own world is used; the page's `self` would be a window. */
type Scope = {
  onmessage: ((event: MessageEvent<Ask>) => void) | null;
  postMessage(message: Tell): void;
};
const scope = self as unknown as Scope;
const desk = makeDesk();
const running = new Map<number, AbortController>();

async function answer(ask: Exclude<Ask, { stop: number }>, signal: AbortSignal): Promise<unknown> {
  switch (ask.ask) {
    case 'read':
      return desk.read(ask.file, ask.options, (share) => scope.postMessage({ id: ask.id, share }), signal);
    case 'guess':
      return desk.guess(ask.world, ask.noun);
    case 'retarget':
      return desk.retarget(ask.mapping, ask.column, ask.target);
    case 'start':
      return desk.start(ask.mapping, ask.world);
    case 'next':
      return desk.next();
    case 'failed':
      return desk.failed(ask.failed, ask.reasonHeader);
  }
}

scope.onmessage = ({ data: ask }) => {
  if ('stop' in ask) return running.get(ask.stop)?.abort();
  const { id } = ask;
  const end = new AbortController();
  running.set(id, end);
  answer(ask, end.signal)
    .then(
      (value) => scope.postMessage({ id, answer: value }),
      (cause: unknown) => scope.postMessage({ id, error: cause instanceof Error ? cause.message : '?' }),
    )
    .finally(() => running.delete(id));
};

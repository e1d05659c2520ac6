import type { PortLike } from './ports.ts';

type Listener = (message: unknown) => void;
type BrowserPort = Omit<PortLike, 'onMessage'> & {
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
};

/**
 * Keeps what a port brings before the rooms are open. A port drops what nobody listens to, and a page that woke
 * the worker says hello faster than the mirror is read.
 */
export function keepEarly(port: BrowserPort): PortLike {
  const early: unknown[] = [];
  const keep = (message: unknown): void => {
    early.push(message);
  };
  port.onMessage.addListener(keep);
  return {
    name: port.name,
    sender: port.sender,
    postMessage: (message) => port.postMessage(message),
    disconnect: () => port.disconnect(),
    onDisconnect: port.onDisconnect,
    onMessage: {
      addListener(listener) {
        port.onMessage.removeListener(keep);
        port.onMessage.addListener(listener);
        for (const message of early.splice(0)) listener(message);
      },
    },
  };
}

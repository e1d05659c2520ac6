import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** The debugging protocol over a pipe: the only door through which branded Chrome loads an unpacked extension. */
export type Pipe = {
  send<T = Record<string, unknown>>(method: string, params?: object, session?: string): Promise<T>;
  on(listener: (event: Event) => void): () => void;
  /** Resolves when the browser has ended, however that came. */
  ended: Promise<void>;
  close(): Promise<void>;
};
export type Event = { method: string; params: Record<string, unknown>; sessionId?: string };
type Waiting = { resolve(value: never): void; reject(reason: Error): void };
type Incoming = { id?: number; result?: unknown; error?: { message: string } } & Partial<Event>;

const patience = 30_000;

export function openPipe(executable: string, args: string[]): Pipe {
  const child = spawn(executable, ['--remote-debugging-pipe', ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Of its own group: Ctrl-C in the terminal reaches us alone, and we close the browser in order.
    detached: process.platform !== 'win32',
  });
  const toBrowser = child.stdio[3] as Writable;
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: Event) => void>();
  const lastWords = keepLastWords(child);
  let count = 0;

  const ended = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      for (const { reject } of waiting.values())
        reject(new Error(`The browser ended: ${reason} ${lastWords()}`));
      waiting.clear();
      resolve();
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => {
      end(`exit ${code ?? signal}`);
      // Processes that outlive the browser for a moment hold its pipes, and ours would wait for them.
      for (const stream of child.stdio) stream?.destroy();
    });
  });
  // A browser that is gone shows in `ended`; the pipe's own complaint adds nothing.
  toBrowser.on('error', () => child.kill());

  readMessages(child.stdio[4] as Readable, (message) => {
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (asked && message.id !== undefined) {
      waiting.delete(message.id);
      if (message.error) asked.reject(new Error(message.error.message));
      else asked.resolve(message.result as never);
    } else if (message.method) for (const listener of listeners) listener(message as Event);
  });

  const send: Pipe['send'] = (method, params = {}, sessionId) => {
    const id = ++count;
    return new Promise((resolve, reject) => {
      if (child.exitCode !== null) return reject(new Error(`The browser has ended. ${lastWords()}`));
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new Error(`The browser did not answer ${method} in ${patience / 1000} s.`));
      }, patience);
      const done =
        <A extends unknown[]>(settle: (...args: A) => void) =>
        (...args: A) => {
          clearTimeout(timer);
          settle(...args);
        };
      waiting.set(id, { resolve: done(resolve), reject: done(reject) });
      toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  };

  return {
    send,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended,
    async close() {
      const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
      // The answer may never come, as the browser closes: its end is what is waited for.
      send('Browser.close').catch(() => child.kill());
      await ended;
      clearTimeout(kill);
    },
  };
}

function readMessages(stream: Readable, take: (message: Incoming) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) take(JSON.parse(part) as Incoming);
  });
}

function keepLastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
  });
  return () => words.trim().split('\n').slice(-3).join(' ');
}

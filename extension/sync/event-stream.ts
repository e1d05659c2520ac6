/** One server-sent event. */
type Event = { type: string; data: string; lastEventId: string };
type Listener = (event: Event) => void;

/** Longer than any event of ours. */
const mostOfLine = 1_000_000;

/** What `text/event-stream` says, event by event. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function eventParser(dispatch: (event: Event) => void): (text: string) => void {
  let rest = '';
  let type = '';
  let data: string[] = [];
  let lastEventId = '';
  const take = (line: string): void => {
    if (line === '') {
      if (data.length > 0) dispatch({ type: type || 'message', data: data.join('\n'), lastEventId });
      type = '';
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') lastEventId = value;
  };
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > mostOfLine) throw new RangeError('an event without end');
    for (const line of lines) take(line);
  };
}

export type StreamParts = {
  /** Opens the stream; the signal ends it. */
  open(url: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Something came, a ping too. */
  heard(): void;
  /** Why it ended. */
  ended(cause: unknown): void;
};

type EventSourceLike = {
  readonly CLOSED: number;
  readyState: number;
  addEventListener(type: string, listener: Listener): void;
  close(): void;
};

/**
 * An EventSource made of `fetch`, so that the token goes in a header. It lives once: whoever wants another stream
 * opens one with the token of that time.
 */
export function eventSourceOf({ open, heard, ended }: StreamParts): new (url: string) => EventSourceLike {
  let used = false;
  return class FetchedEvents {
    readonly CLOSED = 2;
    readyState = 0;
    readonly #listeners = new Map<string, Set<Listener>>();
    readonly #ending = new AbortController();

    constructor(url: string) {
      const again = used;
      used = true;
      // Listeners are added after this.
      void Promise.resolve().then(() => (again ? this.#end(null) : this.#run(url)));
    }

    addEventListener(type: string, listener: Listener): void {
      const all = this.#listeners.get(type) ?? new Set();
      this.#listeners.set(type, all.add(listener));
    }

    close(): void {
      this.readyState = this.CLOSED;
      this.#ending.abort();
    }

    #dispatch(event: Event): void {
      for (const listener of this.#listeners.get(event.type) ?? []) listener(event);
    }

    #end(cause: unknown): void {
      if (this.readyState === this.CLOSED) return;
      this.close();
      ended(cause);
      this.#dispatch({ type: 'error', data: '', lastEventId: '' });
    }

    async #run(url: string): Promise<void> {
      try {
        const stream = await open(url, this.#ending.signal);
        this.readyState = 1;
        const parse = eventParser((event) => this.#dispatch(event));
        const decoder = new TextDecoder();
        for (const reader = stream.getReader(); ; ) {
          const { done, value } = await reader.read();
          if (done) return this.#end(null);
          heard();
          parse(decoder.decode(value, { stream: true }));
        }
      } catch (cause) {
        this.#end(cause);
      }
    }
  };
}

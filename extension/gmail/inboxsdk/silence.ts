// Imported before InboxSDK, which reads `window.XMLHttpRequest` of this isolated world at every call (common/ajax.ts).
// `eventTracking: false` and `globalErrorLogging: false` do not stop its events and error reports; this does, without
// touching the page's or another extension's requests. A test records that no request leaves for another host.

const reporting = new Set(['api.inboxsdk.com', 'pubsub.googleapis.com', 'www.inboxsdk.com']);

/** Hosts that InboxSDK reports to. No feature depends on them. */
export const isReporting = (url: string): boolean => {
  const parsed = URL.parse(url, 'https://mail.google.com/');
  return parsed === null || reporting.has(parsed.hostname);
};

/** A request class that never sends to those hosts: such a request stays open for ever, which its caller bears best. */
export function silenced(Request: typeof XMLHttpRequest): typeof XMLHttpRequest {
  return class extends Request {
    #silent = false;

    override open(
      method: string,
      url: string | URL,
      async = true,
      user?: string | null,
      password?: string | null,
    ) {
      this.#silent = isReporting(String(url));
      if (!this.#silent) super.open(method, url, async, user, password);
    }

    override setRequestHeader(name: string, value: string) {
      if (!this.#silent) super.setRequestHeader(name, value);
    }

    override send(body?: Document | XMLHttpRequestBodyInit | null) {
      if (!this.#silent) super.send(body);
    }
  };
}

/**
 * Events wait in the page's localStorage, from where another extension's InboxSDK would send ours, with our id and a
 * hash of the account. To this world the queue is always empty and takes nothing; others keep theirs.
 */
const QUEUE = 'inboxsdk__persistentqueue_events';

export function withoutQueue(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): void {
  const { getItem, setItem, removeItem } = storage;
  storage.getItem = function (key) {
    return key === QUEUE ? null : getItem.call(this, key);
  };
  storage.setItem = function (key, value) {
    if (key !== QUEUE) setItem.call(this, key, value);
  };
  storage.removeItem = function (key) {
    if (key !== QUEUE) removeItem.call(this, key);
  };
}

window.XMLHttpRequest = silenced(window.XMLHttpRequest);
withoutQueue(Storage.prototype);

/** As much of `runtime.MessageSender` as trust is decided by. */
export type SenderLike = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
};

/** `content`: our script in a page's top frame. `frame`: our page inside somebody's page. `own`: our page by itself. */
export type Sender =
  | { kind: 'content'; tabId: number; documentId: string; origin: string; url: string }
  | { kind: 'frame'; tabId: number; documentId: string }
  | { kind: 'own'; tabId: number | null; path: string };

/**
 * Who sent a message, from what the browser says of the sender, never from what the message says.
 * Null for everybody else: other extensions, sub-frames of pages, private windows.
 */
export function senderOf(sender: SenderLike, self: { id: string; origin: string }): Sender | null {
  if (sender.id !== self.id || !sender.url || !URL.canParse(sender.url)) return null;
  if (sender.tab?.incognito) return null;
  const url = new URL(sender.url);
  const origin = sender.origin ?? originOf(url);
  const tabId = sender.tab?.id ?? null;
  // Firefox has no documentId in older versions; the frame's number then stands for it.
  const documentId = sender.documentId ?? `${tabId}/${sender.frameId ?? ''}`;
  if (origin === self.origin) {
    if (tabId !== null && sender.frameId !== 0) return { kind: 'frame', tabId, documentId };
    return { kind: 'own', tabId, path: url.pathname };
  }
  if (tabId === null || sender.frameId !== 0 || !/^https?:$/.test(url.protocol)) return null;
  return { kind: 'content', tabId, documentId, origin: url.origin, url: url.href };
}

/** `URL.origin` is the text `null` for an extension's scheme where the browser does not know it as standard. */
const originOf = (url: URL): string => (url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin);

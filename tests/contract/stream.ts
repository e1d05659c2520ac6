/** A stream of server-sent events, read by fetch as the extension does. */
export type Stream = {
  status: number;
  headers: Headers;
  /** The next event, or null when the stream has ended. */
  next: () => Promise<{ event: string; data: unknown } | null>;
  /** Cursors until the stream says one that is at least this. */
  until: (cursor: number) => Promise<number>;
  close: () => void;
};

export async function openStream(origin: string, headers: Record<string, string>): Promise<Stream> {
  const cut = new AbortController();
  const answer = await fetch(`${origin}/trpc/sync.live`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: cut.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const next: Stream['next'] = async () => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const block = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
        const data = field('data');
        if (data !== undefined) return { event: field('event') ?? 'message', data: data && JSON.parse(data) };
      } else {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) return null;
        buffer += chunk.value;
      }
    }
  };
  return {
    status: answer.status,
    headers: answer.headers,
    next,
    until: async (cursor) => {
      for (;;) {
        const news = await next();
        if (!news) throw new Error(`the stream ended before it said ${cursor}`);
        const said = (news.data as { cursor?: number }).cursor;
        if (news.event === 'message' && said !== undefined && said >= cursor) return said;
      }
    },
    close: () => cut.abort(),
  };
}

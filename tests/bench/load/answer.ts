const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** Bytes of the HTTP answer that begins the buffer, as far as they can be known yet; null: more is needed. */
export function answerLength(buffer: Buffer): number | null {
  const at = buffer.indexOf(headEnd);
  if (at < 0) return null;
  const head = buffer.toString('latin1', 0, at).toLowerCase();
  const body = at + headEnd.length;
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) return body + Number(length);
  if (!head.includes('\r\ntransfer-encoding: chunked')) return body;
  // An answer of no chunks at all begins with the last one.
  if (buffer.indexOf('0\r\n\r\n', body) === body) return body + 5;
  const last = buffer.indexOf(lastChunk, body);
  return last < 0 ? null : last + lastChunk.length;
}

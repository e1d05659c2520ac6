export type Head = { method: string; path: string };

const endOfHead = Buffer.from('\r\n\r\n');

/**
 * A whole HTTP/1.1 request out of what has come, told to end its connection after the answer; null while some of it is
 * still to come. Browsers and Node send a Content-Length with every body that is a text.
 */
export function requestOf(taken: Buffer): Buffer | null {
  const end = taken.indexOf(endOfHead);
  if (end < 0) return null;
  const head = taken.subarray(0, end).toString('latin1');
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const body = taken.subarray(end + endOfHead.length);
  if (body.length < length) return null;
  const closing = `${head.replace(/\r\nconnection:[^\r]*/gi, '')}\r\nconnection: close`;
  return Buffer.concat([Buffer.from(closing, 'latin1'), endOfHead, body.subarray(0, length)]);
}

export function headOf(request: Buffer): Head {
  const [method = '', target = ''] = request.subarray(0, 2_048).toString('latin1').split(' ', 2);
  return { method, path: target.split('?', 1)[0] ?? '' };
}

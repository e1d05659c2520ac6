/** So many at once: more arguments than a call takes would be a fault. */
const step = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += step)
    text += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(text);
}

/** Null where it is no base64 (RFC 4648, padded). */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  let plain: string;
  try {
    plain = atob(text);
  } catch {
    return null; // not base64, which is the answer
  }
  const bytes = new Uint8Array(plain.length);
  for (let at = 0; at < plain.length; at++) bytes[at] = plain.charCodeAt(at);
  return bytes;
}

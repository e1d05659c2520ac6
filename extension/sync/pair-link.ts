/** A server's origin and its one-time code. */
export type PairLink = { origin: string; code: string };

/** An IPv6 literal cannot be named in a Content Security Policy, so it is not among them. */
const loopback = new Set(['localhost', '127.0.0.1']);

/** The origin of a server one may talk to: https, or http on this machine. */
export function serverOrigin(address: string): string | null {
  const text = address.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `${isLocal(text) ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (url.username || url.password) return null;
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)))
    return url.origin;
  return null;
}

/** A link as it stands in a message, among other words. */
const inText = /https?:\/\/\S+\/pair#[\w-]{4,100}(?![\w-])/i;

/** Reads a `http(s)://host/pair#CODE` wherever it stands, or an address and a code with a space between. */
export function parsePairLink(pasted: string): PairLink | null {
  const link = inText.exec(pasted)?.[0];
  if (link && link !== pasted.trim()) return parsePairLink(link);
  const [address = '', code = ''] = pasted.trim().split(/(?:\/pair)?#|\s+/, 2);
  const origin = serverOrigin(address);
  return origin && /^[\w-]{4,100}$/.test(code) ? { origin, code } : null;
}

const isLocal = (text: string): boolean => loopback.has(text.split(/[:/?#]/, 1)[0] ?? '');

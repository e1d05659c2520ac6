import { hostName } from './host.ts';
import type { IdentityKey } from './key.ts';

/** RFC 5322 `atext`, with the letters of RFC 6531 (SMTPUTF8). */
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\u0080-\\u{10ffff}-]+";
const dotAtom = new RegExp(`^${atom}(?:\\.${atom})*$`, 'u');
/** A quoted local part: printable ASCII, with `\` before any of it. */
const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e\u0080-\u{10ffff}]|\\[\x20-\x7e])*"$/u;
const invisible = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;

/** How a provider documents that different spellings reach one mailbox. */
type Provider = {
  /** Signs that make no difference in it. */
  without?: RegExp;
  /** What stands before a tag. */
  tag?: '+';
  /** The one of its domains that is kept. */
  domain?: string;
};
const gmail: Provider = { without: /\./g, tag: '+', domain: 'gmail.com' }; // support.google.com/mail/answer/7436150
const plus: Provider = { tag: '+' };
const named = (domains: string, provider: Provider): [string, Provider][] =>
  domains.split(' ').map((domain) => [domain, provider]);
const providers = new Map<string, Provider>([
  ...named('gmail.com googlemail.com', gmail),
  // proton.me/support/addresses-and-aliases, "+aliases".
  ...named('proton.me protonmail.com protonmail.ch pm.me', plus),
  // support.apple.com, "Use plus addressing with iCloud Mail".
  ...named('icloud.com me.com mac.com', plus),
  // fastmail.help, "Plus addressing and subdomain addressing".
  ...named('fastmail.com fastmail.fm fastmail.net', plus),
  // Each documents "plus addressing" or "sub-addresses" of its own.
  ...named(
    'mailbox.org posteo.de posteo.net hey.com zoho.com zohomail.com zohomail.eu runbox.com mail.ru bk.ru list.ru inbox.ru yandex.ru yandex.com ya.ru',
    plus,
  ),
]);
/** Microsoft: "plus addressing" of Outlook.com, under its names of all countries. */
const microsoft = /^(?:outlook|hotmail|live|msn)\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;
/** `tag@name.fastmail.com` reaches `name@fastmail.com`. */
const underName = /^([a-z0-9][a-z0-9_-]*)\.(fastmail\.(?:com|fm|net))$/;

/** The two halves of an addr-spec, the domain as a host in ASCII; null where it is none. */
export function emailParts(text: string): { local: string; host: string } | null {
  const halves = halvesOf(text.trim());
  const host = halves && hostName(halves.domain);
  return host && halves.local.length + host.length < 254 ? { local: unquote(halves.local), host } : null;
}

/** An addr-spec at its sign, its local part checked (RFC 5321 4.1.2, RFC 6531); null where that is none. */
function halvesOf(address: string): { local: string; domain: string } | null {
  const at = address.lastIndexOf('@');
  // RFC 5321 4.5.3.1: 64 octets before the sign, 255 after, 254 in a path.
  if (at < 1 || address.length > 320) return null;
  const local = address.slice(0, at).normalize('NFC');
  if (octets(local) > 64) return null;
  const isLocal = local.startsWith('"') ? quoted.test(local) : dotAtom.test(local) && !invisible.test(local);
  return isLocal ? { local, domain: address.slice(at + 1) } : null;
}

/**
 * True for an address as it is sent to: nothing around it, no dot behind. By its syntax alone: `postmaster@io` is one,
 * though no key is made of it.
 */
export function isEmail(text: string): boolean {
  if (/^\s|[\s.]$/.test(text)) return false;
  if (emailParts(text)) return true;
  const domain = halvesOf(text)?.domain ?? '';
  // A top label of digits is an IPv4 address without its brackets.
  return domain.length <= 253 && hostSyntax.test(domain) && !/(?:^|\.)\d+$/.test(domain);
}

/** RFC 5321 4.1.2 `Domain`: letters, digits and inner hyphens, 63 at most between dots. */
const hostSyntax = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** The key of a person by an e-mail address: a bare addr-spec, never one with a display name around it. */
export function emailKey(text: string): IdentityKey | null {
  const parts = emailParts(text);
  if (!parts) return null;
  let local = parts.local.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  let host = parts.host;
  const under = underName.exec(host);
  if (under) [, local = '', host = ''] = under;
  const provider = providers.get(host) ?? (microsoft.test(host) ? plus : undefined);
  if (provider && !local.startsWith('"')) {
    const plain = plainLocal(local, provider);
    if (plain) {
      local = plain;
      host = provider.domain ?? host;
    }
  }
  return { kind: 'email', value: `${local}@${host}` };
}

function plainLocal(local: string, { without, tag }: Provider): string {
  const bare = tag ? (local.split(tag, 1)[0] ?? '') : local;
  return without ? bare.replace(without, '') : bare;
}

/** `"ada"@x.org` and `ada@x.org` are one mailbox (RFC 5321 4.1.2). */
function unquote(local: string): string {
  if (!local.startsWith('"')) return local;
  const plain = local.slice(1, -1).replace(/\\(.)/g, '$1');
  return dotAtom.test(plain) ? plain : `"${plain.replace(/["\\]/g, '\\$&')}"`;
}

/** Bytes in UTF-8, without an encoder: shared/ knows no platform. */
function octets(text: string): number {
  let size = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return size;
}

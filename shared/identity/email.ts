import { hostName } from './host.ts';
import type { IdentityKey } from './key.ts';

/** RFC 5322 `atext`, with the letters of RFC 6531 (SMTPUTF8). */
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\u0080-\\u{10ffff}-]+";
const dotAtom = new RegExp(`^${atom}(?:\\.${atom})*$`, 'u');
/** A quoted local part: printable ASCII, with `\` before any of it. */
const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e\u0080-\u{10ffff}]|\\[\x20-\x7e])*"$/u;
const invisible = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;

/** How a provider documents that different spellings reach one mailbox. */
type Provider = { dots: boolean; tag: '+' | null; domain?: string };
const gmail: Provider = { dots: true, tag: '+', domain: 'gmail.com' }; // support.google.com/mail/answer/7436150
const plus: Provider = { dots: false, tag: '+' };
const providers: Record<string, Provider> = {
  'gmail.com': gmail,
  'googlemail.com': gmail,
  // Microsoft: "plus addressing in Exchange Online" and Outlook.com.
  'outlook.com': plus,
  'hotmail.com': plus,
  'live.com': plus,
  'msn.com': plus,
  // fastmail.help, "Plus addressing and subdomain addressing".
  'fastmail.com': plus,
  'fastmail.fm': plus,
  // proton.me/support/addresses-and-aliases, "+aliases".
  'proton.me': plus,
  'protonmail.com': plus,
  'pm.me': plus,
  // support.apple.com, "Use plus addressing with iCloud Mail".
  'icloud.com': plus,
  'me.com': plus,
  'mac.com': plus,
};

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
  // A top label of digits is an IPv4 address without its brackets; a short or lone one is lengthened for the check.
  if (!/[\p{L}\p{N}]$/u.test(domain) || /(?:^|\.)\d+$/.test(domain)) return false;
  return hostName(domain.includes('.') ? `${domain}a` : `${domain}.aa`) !== null;
}

/** The key of a person by an e-mail address: a bare addr-spec, never one with a display name around it. */
export function emailKey(text: string): IdentityKey | null {
  const parts = emailParts(text);
  if (!parts) return null;
  let local = parts.local.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  let host = parts.host;
  const provider = providers[host];
  if (provider && !local.startsWith('"')) {
    const bare = provider.tag ? (local.split(provider.tag, 1)[0] ?? '') : local;
    const plain = provider.dots ? bare.replaceAll('.', '') : bare;
    if (plain) {
      local = plain;
      host = provider.domain ?? host;
    }
  }
  return { kind: 'email', value: `${local}@${host}` };
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

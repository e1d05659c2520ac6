/** An address that a link writes to, and the name it gives it. */
export type Mail = { address: string; name: string | null };

const most = 10;

/**
 * The addresses of a `mailto:` link (RFC 6068): before the question mark and under `to`, `cc` and `bcc`, escaped,
 * with or without a name, in any number. The text of the mail says nothing of whom it goes to.
 */
export function mailsOf(href: string): Mail[] {
  const rest = /^\s*mailto:(?:\/\/)?([\s\S]*)$/i.exec(href.slice(0, 4_000))?.[1] ?? '';
  const [path = '', ...queries] = rest.split('?');
  const named = queries
    .join('&')
    .split(/&(?:amp;)?/, 30)
    .flatMap((pair) => /^(?:to|cc|bcc)=([\s\S]*)$/i.exec(pair)?.[1] ?? []);
  const found: Mail[] = [];
  for (const list of [path, ...named])
    for (const part of unescaped(list).split(/[,;]/, most)) {
      const inner = /^\s*"?([^"<]*)"?\s*<\s*([^<>\s]+)\s*>/.exec(part);
      const address = (inner?.[2] ?? part).replace(/^[\s<]+|[\s>]+$/g, '');
      const isKnown = found.some((one) => one.address.toLowerCase() === address.toLowerCase());
      if (address.includes('@') && !isKnown && found.length < most)
        found.push({ address, name: inner?.[1]?.trim() || null });
    }
  return found;
}

/**
 * The number that a link calls: `tel:` with its parameters (RFC 3966: `;ext=`, `;phone-context=`), pauses and codes
 * to dial behind it left away; `sms:`, `callto:` and WhatsApp's too. Null for none.
 */
export function numberOf(href: string): string | null {
  const text = unescaped(href.slice(0, 300).trim());
  const whatsApp =
    /^(?:whatsapp:\/\/send|https?:\/\/(?:api\.whatsapp\.com\/send|web\.whatsapp\.com\/send))\/?\?(?:.*&)?phone=\+?(\d{7,15})/i.exec(
      text,
    );
  if (whatsApp) return `+${whatsApp[1]}`;
  const [, body = ''] = /^(?:tel|sms|smsto|callto|phone):(?:\/\/)?([\s\S]*)$/i.exec(text) ?? [];
  const [dialled = '', ...parameters] = body.split(/[;?]/, 8);
  // A comma or a letter of waiting begins what is dialled once somebody answers.
  const number = (dialled.split(/[,pwx#*]/i, 1)[0] ?? '').replace(/[^\d+() ./-]/g, '').trim();
  const context = parameters
    .map((each) => /^phone-context=(\+[\d .()-]+)$/i.exec(each.trim())?.[1])
    .find(Boolean);
  const whole = context && !number.startsWith('+') ? `${context}${number}` : number;
  const digits = whole.replace(/\D/g, '');
  return digits.length >= 5 && digits.length <= 17 ? whole : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** An e-mail address as a text has it, how sure it is one, and where it begins. */
export type EmailSeen = { address: string; confidence: number; at: number };

const local = /[\p{L}\p{N}._+'&-]/u;
const hostSign = /[\p{L}\p{N}.-]/u;
const eastern = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const easternBegin = new RegExp(`^.*[${eastern}](?=[A-Za-z0-9])`, 'u');
const easternEnd = new RegExp(`(?<=\\.[a-z]{2,12})[${eastern}].*$`, 'u');
/** A word stuck to the ending: "acme.comPhone". */
const stuck =
  /(?<=\.(?:com|org|net|edu|gov|info|biz|uk|de|fr|es|it|nl|pt|cn|ca|au|us|eu|ch|at|be))(?:\p{Lu}|(?:tel|fax|phone|web|www)(?![a-z.-])).*$/u;
const file = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|css|js|mp4|pdf)$/i;
/** What a form or a manual writes where an address belongs. */
const placeholder =
  /^(?:your|my|some|the)?[._-]?(?:name|e?mail|user|username|firstname[._-]?lastname|first[._-]last|someone|somebody|somename|yourname|you|me|example|address|xxx+)@|@(?:your|my|the)?-?(?:domain|company|site|website|email|e-mail|organi[sz]ation|server|isp|host)(?:name)?\.(?:com|org|net|de|co\.uk|ext|tld)$/i;
/** Put in against harvesters, to be taken out by the reader. */
const inTheWay =
  /[._-]?(?:no-?spam|remove-?this|delete-?this|nospam-?please|antispam|spamfrei|ohne-?spam)[._-]?/i;

/** Every address of a text: each at-sign is looked at once, with what stands left and right of it. */
export function findEmails(raw: string): EmailSeen[] {
  const text =
    raw.includes('＠') || raw.includes('．') ? raw.replaceAll('＠', '@').replaceAll('．', '.') : raw;
  const found: EmailSeen[] = [];
  const put = (address: string, confidence: number, at: number): void => {
    if (found.length < 100 && !found.some((one) => one.address === address))
      found.push({ address, confidence, at });
  };
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    for (const address of around(text, at)) {
      if (placeholder.test(address)) continue;
      const clean = inTheWay.test(address) ? withoutObstacle(address) : address;
      if (clean) put(clean, clean === address ? 0.9 : 0.5, at);
    }
  }
  // Put together by us: offered, and not taken by itself.
  if (marks.test(text)) for (const { address, at } of spelledOut(text)) put(address, 0.55, at);
  return found;
}

function around(text: string, at: number): string[] {
  let start = at;
  while (start > 0 && at - start < 64 && local.test(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && end - at < 254 && hostSign.test(text.charAt(end))) end++;
  const host = hostIn(text.slice(at + 1, end));
  if (!host) return [];
  // "{ada,grace}@acme.example": two addresses.
  const several =
    start === at
      ? /[{[(]([\p{L}\p{N}._+,;|\s-]{3,200})[}\])]$/u.exec(text.slice(Math.max(0, at - 204), at))
      : null;
  const names = several ? (several[1] ?? '').split(/[,;|\s]+/) : [text.slice(start, at)];
  return names.slice(0, 20).flatMap((name) => {
    const whole = localIn(name);
    return whole ? [`${whole}@${host}`] : [];
  });
}

const localIn = (text: string): string =>
  text
    .replace(easternBegin, '')
    .replace(/^[.'&-]+|[.'&-]+$/g, '')
    .replace(/^(?:e-?mail|mailto)[.-]+(?=.)/i, '');

/** The host at the beginning of a text; empty where it has no ending or is a file. */
function hostIn(text: string): string {
  const host = text
    .replace(easternEnd, '')
    .replace(stuck, '')
    .replace(/[.-]+$/, '');
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]*\p{L}$/u.test(host) || host.includes('..'))
    return '';
  return file.test(host) || /^\dx\./.test(host) ? '' : host;
}

function withoutObstacle(address: string): string | null {
  const clean = address.replace(inTheWay, (found, at: number) =>
    at > 0 && found.startsWith('.') && found.endsWith('.') ? '.' : '',
  );
  return /^[^@]+@[^@]+\.[^@.]+$/.test(clean) ? clean : null;
}

/** Words for the sign and the dot. Data: a language adds its own. */
const signWords =
  'at|ät|æt|arroba|arobase|chez|chiocciola|apenstaartje|klammeraffe|affenschwanz|malpa|małpa|kukac|snabel-?a|alfakrull|zavin[aá]č|собака|艾特|小老鼠|アット|アットマーク|골뱅이|a';
const dotWords = 'dot|punkt|point|punto|ponto|punt|kropka|piste|точка|点|點|ドット|d0t';
const word = (words: string): string => `(?:${words}|@|\\.)`;
/** In brackets anything that holds the word is the sign: "[put the at sign here]". */
const signIn = new RegExp(
  `^\\s?(?:[[({<][\\s_*-]{0,3}(?:[\\p{L}]{1,8} ){0,4}(?:${signWords}|@)(?: \\p{L}{1,6}){0,3}[\\s_*-]{0,3}[\\])}>]|[_*-]{1,2}(?:at|AT)[_*-]{1,2})\\s?`,
  'iu',
);
const signBare = /^ (?:at|AT) /;
const dotIn = new RegExp(
  `^\\s?(?:[[({<][\\s_*-]{0,3}(?:${dotWords}|\\.)[\\s_*-]{0,3}[\\])}>]|[_*-]{1,2}(?:dot|DOT)[_*-]{1,2})\\s?`,
  'iu',
);
const dotBare = new RegExp(`^\\s(?:${dotWords})\\s`, 'iu');
/** Where such a sign may begin: cheap, for every line. */
const marks = new RegExp(
  `[[({<][\\s_*-]{0,3}(?:\\p{L}{1,8} ){0,4}${word(signWords)}(?: \\p{L}{1,6}){0,3}[\\s_*-]{0,3}[\\])}>]|[_*-]at[_*-]| at `,
  'iu',
);
const begin = /[[({<]|[_*-](?=at[_*-])| (?=at )/giu;
const part = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}/u;

/** "ada (at) acme (dot) example", "ada at acme dot example". */
function spelledOut(text: string): { address: string; at: number }[] {
  const found: { address: string; at: number }[] = [];
  let tries = 0;
  for (const match of text.matchAll(begin)) {
    if (++tries > 60) break;
    const at = match.index;
    const before = text.slice(0, at);
    const spaced = text.charAt(at - 1) === ' ' ? at - 1 : at;
    const behind = text.slice(spaced, spaced + 200);
    const sure = signIn.exec(behind);
    const sign = sure ?? (match[0] === ' ' ? signBare.exec(behind) : null);
    if (!sign) continue;
    const name = localBefore(before.trimEnd());
    const host = spelledHost(behind.slice(sign[0].length));
    if (!name || !host) continue;
    // Bare words say it only where the dot is a word too, or a mailbox stands before them.
    if (!sure && !(host.spelled && ending.test(host.text)) && !/[\d._+]/.test(name) && !mailbox.test(name))
      continue;
    const address = `${name}@${host.text}`;
    if (!placeholder.test(address)) found.push({ address, at });
  }
  return found;
}

/** Endings that are no word: "the dot on it" is no host. */
const ending = /\.(?:\p{L}{3,}|de|uk|fr|es|nl|ch|cn|jp|eu|io|pl|cz|ca|au|br|ru)$/u;
const mailbox =
  /^(?:info|contact|office|sales|support|help|hello|mail|enquiries|inquiries|admin|service|jobs|press|kontakt|contacto|contato)$/i;

function localBefore(text: string): string {
  // Dots of the name may be spelled out too.
  const plain = text
    .slice(-120)
    .replace(new RegExp(`\\s?[[({<]\\s?(?:${dotWords})\\s?[\\])}>]\\s?`, 'giu'), '.')
    .replace(/\s(?:dot|DOT)\s/g, '.');
  let start = plain.length;
  while (start > 0 && plain.length - start < 64 && local.test(plain.charAt(start - 1))) start--;
  return localIn(plain.slice(start));
}

function spelledHost(text: string): { text: string; spelled: boolean } | null {
  let rest = text.trimStart();
  let host = '';
  let spelled = false;
  for (let count = 0; count < 5; count++) {
    const label = part.exec(rest)?.[0];
    if (!label) break;
    host += label;
    rest = rest.slice(label.length);
    const dot = /^\.(?=[\p{L}\p{N}])/u.exec(rest) ?? dotIn.exec(rest) ?? dotBare.exec(rest);
    if (!dot || !part.test(rest.slice(dot[0].length))) break;
    if (dot[0] !== '.') spelled = true;
    host += '.';
    rest = rest.slice(dot[0].length);
  }
  const whole = hostIn(host.replace(/\.$/, ''));
  return whole ? { text: whole, spelled } : null;
}

/** An address that a web host's protection wrote as hex digits: the first is the key of the others. */
export function decodeProtected(hex: string): string | null {
  if (!/^(?:[\da-f]{2}){4,260}$/i.test(hex)) return null;
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const key = bytes[0] ?? 0;
  const text = String.fromCharCode(...bytes.slice(1).map((byte) => byte ^ key));
  return findEmails(text)[0]?.address ?? null;
}

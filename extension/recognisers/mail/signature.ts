import { type Handles, type Told, takeHandles } from './contact-line.ts';
import type { MailExample } from './example.ts';
import { bareName, isPersonName } from './person-name.ts';
import { isTitle, type Role, readRole } from './role.ts';
import { isSender, namesSender, type Sender, senderOf } from './sender.ts';
import { type Line, signatureLines } from './signature-lines.ts';
import { wordsFor } from './words.ts';

export type { Told } from './contact-line.ts';

/** What a signature tells of the sender, each value with how sure it is (0 to 1). */
export type Signature = Handles & Role & { name: Told | null; address: Told | null };

const streets =
  /(?:\b\d{1,6}(?:st|nd|rd|th)?\s+[\p{Lu}\d][\p{L}\d.' ]{1,60}\s(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|court|ct|plaza|square|sq|parkway|pkwy|place|pl|suite|ste|floor|highway|hwy)\b|\b(?:p\.?\s?o\.?\s?box|suite|floor)\s+\d|\b[\p{L}-]{1,40}(?:straße|strasse|str\.|allee|weg|platz|gasse|gatan|vägen|gade|vej|katu|tie|straat|laan|utca)\s*\d|\b(?:rue|avenue|boulevard|calle|via|viale|piazza|rua|ul\.|ulica|улица|ул\.|вул\.|οδός)\s+\p{L}|,\s*[A-Z]{2}\.?\s+\d{5}|\b\d{4,5}\s+\p{Lu}\p{Ll}{2,}|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|[\p{Script=Han}]{1,6}(?:省|市|区|區|县|縣|路|街|號|号|樓|楼|室|都|道|府|町|丁目|番地)|〒\s*\d|\p{Script=Hangul}{1,6}(?:시|구|로|길|동) ?\d?)/iu;
const addressLabel = new RegExp(`^(?:${wordsFor('address')})\\s*[:：]\\s*`, 'iu');
/** What a writer puts behind the name: "王小明 敬上", "김철수 드림", "山田太郎（やまだ たろう）". */
const behindName =
  /\s*(?:敬上|谨上|謹上|拜上|上|拝|드림|올림|배상|[（(][\p{Script=Hiragana}\p{Script=Katakana}A-Za-z\s]{2,30}[)）])$/u;
const beforeName = /^\s*(?:[-–—―─~]{1,3}|\/)\s*/u;

/**
 * Reads the signature in a mail's own text.
 * @param from the sender as the header has it: `Ada Byron <ada@acme.com>`, or any part of that
 */
export function readSignature(text: string, from: string): Signature | null {
  const sender = senderOf(from);
  const lines = signatureLines(text, sender);
  if (!lines) return null;
  const told: Signature = {
    name: null,
    title: null,
    organisation: null,
    phones: [],
    emails: [],
    links: [],
    address: null,
  };
  const address: string[] = [];
  for (const [index, line] of lines.entries()) readLine(line, index, told, address, sender);
  if (address.length > 0) told.address = { value: address.join(', '), confidence: 0.7 };
  return told.name || told.title || told.organisation || told.phones.length || told.emails.length
    ? told
    : null;
}

function readLine({ text }: Line, index: number, told: Signature, address: string[], sender: Sender): void {
  const labelled = addressLabel.exec(text);
  if (labelled) {
    address.push(text.slice(labelled[0].length));
    return;
  }
  const rest = takeHandles(text, told);
  if (!rest) return;
  const after = index < 6 ? takeName(rest, index, told, sender) : rest;
  if (!after) return;
  if (streets.test(after)) address.push(after);
  else readRole(after, told, index);
}

/** Takes the writer's name out of a line; gives what is left of it. */
function takeName(line: string, index: number, told: Signature, sender: Sender): string {
  const known = told.name?.value;
  // A short form below the last line of the text gives way to the whole name below it.
  if (known && !isFuller(bareName(line), known)) return bareName(line) === known ? '' : line;
  const bare = line.replace(beforeName, '').replace(behindName, '');
  const whole = nameOf(bare, index, sender);
  if (whole) {
    told.name = { value: whole, confidence: namesSender(whole, sender) ? 0.95 : 0.6 };
    return '';
  }
  const [name = '', ...rest] = bare.split(/\s*[|·•│｜/,，、]\s*|\s+[-–—]\s+|\s{2,}/u);
  const first = rest.length > 0 && nameOf(name, 1, sender);
  if (first && (namesSender(first, sender) || rest.some(isTitle))) {
    told.name = { value: first, confidence: namesSender(first, sender) ? 0.9 : 0.6 };
    return rest.join(' | ');
  }
  return takeEastern(bare, told, sender);
}

/** "Scott F. Griffin" for "Scott Griffin" or "Scott". */
function isFuller(line: string, known: string): boolean {
  if (line.length <= known.length || line.length > 60 || isEastern(known)) return false;
  const words = new Set(line.toLowerCase().split(/[\s.]+/));
  return (
    known
      .toLowerCase()
      .split(/[\s.]+/)
      .every((word) => words.has(word)) && isPersonName(line)
  );
}

const isEastern = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** Name and title beside each other: "销售总监 王小明", "김철수 부장", "営業部長　山田太郎". */
function takeEastern(line: string, told: Signature, sender: Sender): string {
  if (!isEastern(line) || line.length > 40) return line;
  const words = line.split(/[\s　]+/u);
  if (words.length < 2 || words.length > 5) return line;
  for (let size = Math.min(2, words.length - 1); size > 0; size--) {
    for (const at of [0, words.length - size]) {
      const name = words.slice(at, at + size).join(' ');
      const others = words.filter((_, place) => place < at || place >= at + size).join(' ');
      const isKnown = isSender(name, sender);
      if (!isKnown && !(isPersonName(name) && isTitle(others))) continue;
      told.name = { value: name, confidence: isKnown ? 0.95 : 0.6 };
      return others;
    }
  }
  return line;
}

function nameOf(text: string, index: number, sender: Sender): string | null {
  if (isPersonName(text) || isSender(bareName(text), sender)) return bareName(text);
  // The first line below a sign-off is a name, known or not, where its words are those of one and of nothing else.
  const isTop = index === 0 && /^\p{Lu}\p{Ll}+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}’'-]+){1,2}$/u.test(text);
  return isTop && !isTitle(text) ? text : null;
}

export const examples: MailExample[] = [
  {
    shows: 'a signature below a sign-off',
    text: 'Yes.\n\nBest regards,\nAda Byron\nHead of Analysis\nAcme Tools Ltd\nTel: +44 20 7946 0018\nada@acme.example',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | Head of Analysis | Acme Tools Ltd | +44 20 7946 0018 | ada@acme.example',
  },
  {
    shows: 'a signature below a delimiter, title and company in one line',
    text: 'Yes.\n\n-- \nGrace Hopper\nChief Engineer | Navy Labs Inc.\nPhone 212-555-0143',
    from: 'Hopper, Grace',
    sees: 'Grace Hopper | Chief Engineer | Navy Labs Inc. | 212-555-0143',
  },
  {
    shows: 'a signature in Chinese',
    text: '好的。\n\n谢谢\n王小明\n销售总监\n上海明日科技有限公司\n手机：138 0013 8000\nwang@acme.example',
    from: '王小明 <wang@acme.example>',
    sees: '王小明 | 销售总监 | 上海明日科技有限公司 | 138 0013 8000 | wang@acme.example',
  },
  {
    shows: 'a signature above the names of attachments, below a greeting of a namesake',
    text: 'Hi Grace,\nsee below.\n\nGrace Hopper\nNavy Labs Inc.\nTel. + 358 9 4780 0143\n\n - quote.pdf\n - plan of the site.docx\n <<minutes.doc>>',
    from: 'Grace Hopper <grace@navy.example>',
    sees: 'Grace Hopper | Navy Labs Inc. | + 358 9 4780 0143',
  },
  {
    shows: 'a signature in German',
    text: 'Gerne.\n\nMit freundlichen Grüßen\n\nDr. Ada Byron\nGeschäftsführerin\nAcme Werkzeuge GmbH\nTelefon: +49 30 1234567\nMobil: +49 171 1234567',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | Geschäftsführerin | Acme Werkzeuge GmbH | +49 30 1234567 | +49 171 1234567',
  },
  {
    shows: 'a signature in French',
    text: 'Oui.\n\nBien cordialement,\n\nAda Byron\nDirectrice commerciale\nTél. : +33 1 42 68 53 00',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | Directrice commerciale | +33 1 42 68 53 00',
  },
  {
    shows: 'a signature in Spanish',
    text: 'Sí.\n\nUn cordial saludo,\n\nAda Byron\nDirectora\nMóvil: +34 600 123 456',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | Directora | +34 600 123 456',
  },
  {
    shows: 'a signature in Italian',
    text: 'Sì.\n\nCordiali saluti\n\nAda Byron\nDirettore\nTel. +39 06 6982 1234',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | Direttore | +39 06 6982 1234',
  },
  {
    shows: 'a signature in Dutch',
    text: 'Ja.\n\nMet vriendelijke groet,\n\nAda Byron\nDirecteur\nTel: +31 20 123 4567',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | Directeur | +31 20 123 4567',
  },
  {
    shows: 'a signature in Polish',
    text: 'Tak.\n\nZ poważaniem\n\nAda Byron\nDyrektor\ntel. +48 22 123 45 67',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | Dyrektor | +48 22 123 45 67',
  },
  {
    shows: 'a signature in Russian',
    text: 'Да.\n\nС уважением,\n\nАда Байрон\nДиректор\nТел.: +7 495 123-45-67',
    from: 'Ада Байрон <ada@acme.example>',
    sees: 'Ада Байрон | Директор | +7 495 123-45-67',
  },
  {
    shows: 'a signature in Simplified Chinese, all in few lines',
    text: '好的。\n\n祝好\n王小明 | 销售总监\n上海明日科技有限公司\n电话：021-5555 0142  手机：138 0013 8000\n邮箱：wang@acme.example\n地址：上海市浦东新区世纪大道100号',
    from: '王小明 <wang@acme.example>',
    sees: '王小明 | 销售总监 | 上海明日科技有限公司 | 021-5555 0142 | 138 0013 8000 | wang@acme.example | 上海市浦东新区世纪大道100号',
  },
  {
    shows: 'a signature in Traditional Chinese',
    text: '好的。\n\n順頌商祺\n\n業務經理 陳美玲 敬上\n明日科技股份有限公司\n電話：+886 2 2345 6789\n傳真：+886 2 2345 6790',
    from: '陳美玲 <mei@acme.example>',
    sees: '陳美玲 | 業務經理 | 明日科技股份有限公司 | +886 2 2345 6789 | +886 2 2345 6790',
  },
  {
    shows: 'a signature in Japanese, between rules',
    text: 'お世話になっております。\n承知しました。\n\nよろしくお願いいたします。\n\n----------------------\n株式会社明日\n営業部 部長　山田 太郎\nTEL：03-1234-5678\nE-mail：yamada@acme.example\n----------------------',
    from: '山田太郎 <yamada@acme.example>',
    sees: '山田 太郎 | 営業部 部長 | 株式会社明日 | 03-1234-5678 | yamada@acme.example',
  },
  {
    shows: 'a signature in Korean',
    text: '안녕하세요.\n네.\n\n감사합니다.\n\n김철수 드림\n영업팀 부장\n주식회사 내일\n전화: +82 2 1234 5678',
    from: '김철수 <kim@acme.example>',
    sees: '김철수 | 영업팀 부장 | 주식회사 내일 | +82 2 1234 5678',
  },
  {
    shows: 'a signature in a long mail that goes on below it',
    text: 'Hello,\n\nRegards,\nAda Byron\nCEO\nAcme Tools Ltd\nTel: +44 20 7946 0018\n\nThis message is sent by the office of Acme Tools Ltd and may be read by its addressee alone, unless it was sent by mistake.\nThen more of it follows, in lines that nobody would take for a part of any signature whatsoever.',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | CEO | Acme Tools Ltd | +44 20 7946 0018',
  },
  {
    shows: 'a signature with characters that show nothing',
    text: 'Yes.\n\nBest,\n​Ada​ Byron‎\nCEO‬\n‭+44 20 7946 0018‬',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | CEO | +44 20 7946 0018',
  },
  {
    shows: 'a signature cut in half',
    text: 'Yes.\n\nBest,\nAda Byron\nHead of Sal',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | Head of Sal',
  },
  {
    shows: 'a signature cut within the number',
    text: 'Yes.\n\nBest,\nAda Byron\nTel +44 20 7',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron',
  },
  {
    shows: 'a signature with links',
    text: 'Yes.\n\nBest,\nAda Byron\nwww.acme.example\nhttps://www.linkedin.com/in/ada',
    from: 'Ada Byron <ada@acme.example>',
    sees: 'Ada Byron | www.acme.example | https://www.linkedin.com/in/ada',
  },
];

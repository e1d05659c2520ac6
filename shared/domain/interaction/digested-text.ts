/** Letters and digits that count. Enough to tell two mails of one minute apart, short enough to end before most footers. */
const COUNTED = 400;

/** What starts a footer that a list or relay put under the text: everything from such a line on does not count. */
const footerStarts: RegExp[] = [
  /^--\s?$/,
  /^[-_=*~\u2014\u2500]{5,}/,
  /\byou (?:are receiving|received|are getting|got) this (?:message|e-?mail|mail) because\b/i,
  /\bto unsubscribe\b|\bunsubscribe (?:from|here|at|by|send)\b|\bmailing list\b/i,
  /退订|取消订阅|邮件列表|您收到此(?:邮件|消息)|你收到此邮件/,
  /退訂|取消訂閱|郵件(?:論壇|清單|列表)|您(?:會)?收到(?:這封|此)(?:郵件|信件|訊息)|你收到這封/,
];

/** A line that quotes an older mail. */
const quoted = /^\s*[>|｜]/;

/**
 * The part of a text by which two copies of a mail are compared: letters and digits only, one form of each
 * (NFKC, lower case), without quoted lines, links and list footers, cut after the first few hundred.
 */
export function digestedText(text: string): string {
  const written: string[] = [];
  let length = 0;
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const trimmed = line.trim();
    if (length > 0 && footerStarts.some((start) => start.test(trimmed))) break;
    if (quoted.test(line)) continue;
    const counted = countedLetters(line);
    written.push(counted);
    length += counted.length;
    if (length >= COUNTED) break;
  }
  return [...written.join('')].slice(0, COUNTED).join('');
}

// A plain-text part writes links out that a styled part hides behind words.
const countedLetters = (line: string): string =>
  line
    .replace(/<?\b(?:https?|mailto|tel):[^\s>]*>?/gi, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

import { attributionLength } from './attribution.ts';
import { type Boundary, boundaryAt, isBlank, isQuoted, isRule, linesOf, withoutSigns } from './boundary.ts';
import type { MailExample } from './example.ts';
import { wordsFor } from './words.ts';

const device = new RegExp(`^[\\s*_<(\\[-]*(?:${wordsFor('device')}).{0,80}$`, 'iu');
const footer = new RegExp(`^[\\s*_<(\\[-]*(?:${wordsFor('footer')})`, 'iu');
/** A longer line is neither a phone's nor a footer's, and would be looked through from each of its signs on. */
const longestMark = 400;
const isDevice = (line: string): boolean => line.length <= longestMark && device.test(line);
const isFooter = (line: string): boolean => footer.test(line.slice(0, longestMark));
const size = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.trim().length, 0);
/**
 * What the sender newly wrote: the mail's text without quoted mail, forwarded mail, the line of a phone and
 * a list's footer. Answers between quoted lines are kept. Of a mail that is nothing but a forward, the
 * forwarded text is given: a log with some text is better than one with none.
 */
export function newText(text: string): string {
  const lines = linesOf(text);
  const cut = firstCut(lines.map(withoutSigns));
  const above = cut ? lines.slice(0, cut.at) : lines;
  if (!cut) {
    const own = withoutQuotes(above);
    // Cited text with hardly a word around it, and no sign of an older mail: the citing is the message. A quote that
    // ends the mail below an answer is an older mail, whatever words stood above it.
    const from = above.findIndex(isQuoted);
    const isBelow =
      from > 0 &&
      above.slice(from).every((line) => isBlank(line) || isQuoted(line)) &&
      size(above.slice(0, from)) > 0;
    const isCited = !isBelow && size(own) < size(above) * 0.6;
    return trimEnd(isCited ? above : own, false);
  }
  const below = lines.slice(cut.body);
  if (above.every(isBlank)) return trimEnd(answerBelow(below, cut.kind !== 'attribution'), true);
  const between = answersBetween(below);
  return trimEnd(between ? [...withoutQuotes(above), '', ...between] : withoutQuotes(above), true);
}

/** The first place where older mail begins. */
function firstCut(lines: readonly string[]): Boundary | null {
  for (let at = 0; at < lines.length; at++) {
    const found = boundaryAt(lines, at);
    if (found) return found;
  }
  return null;
}

/** Text below a quoted mail that stands at the very top: what is not quoted; else, of a forward, all of it. */
function answerBelow(below: readonly string[], isForward: boolean): string[] {
  if (!below.some((line) => isQuoted(line))) return [...below];
  const own = withoutQuotes(below);
  return isForward && own.every(isBlank) ? below.map((line) => line.replace(/^\s{0,3}> ?/, '')) : own;
}

/** Paragraphs written between quoted lines; null where only a footer or nothing follows. */
function answersBetween(below: readonly string[]): string[] | null {
  const firstLine = below.find((line) => !isBlank(line));
  if (!firstLine || !isQuoted(firstLine)) return null;
  const kept = withoutQuotes(below);
  const last = below.findLastIndex((line) => isQuoted(line));
  const inside = withoutQuotes(below.slice(0, last)).some((line) => !isBlank(line) && line.trim().length > 2);
  return inside ? kept : null;
}

/** Without quoted lines and the attributions among them. */
function withoutQuotes(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
    const taken = isBlank(line) ? 0 : attributionLength(lines, at);
    if (taken > 0) at += taken - 1;
    else kept.push(line);
  }
  return kept;
}

/**
 * Cuts what stands below the text by itself: a phone's line, a list's footer.
 * @param wasCut a quoted mail was taken away, so that a rule left hanging above it goes too
 */
function trimEnd(lines: readonly string[], wasCut: boolean): string {
  let end = lines.length;
  const dropBlank = (): void => {
    while (end > 0 && isBlank(lines[end - 1] ?? '')) end--;
  };
  const from = Math.max(0, end - 14);
  for (let at = from; at < end; at++) {
    if (!isFooter(lines[at] ?? '')) continue;
    end = at;
    dropBlank();
    while (end > 0 && (isRule(lines[end - 1] ?? '') || /^-- ?$/.test(lines[end - 1] ?? ''))) end--;
    break;
  }
  dropBlank();
  if (end > 1 && isDevice(lines[end - 1] ?? '')) end--;
  dropBlank();
  while (wasCut && end > 0 && (isRule(lines[end - 1] ?? '') || isBlank(lines[end - 1] ?? ''))) end--;
  return lines
    .slice(0, end)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** The line or lines above a quoted mail, as mail programs write them. */
const attributions: [string, string][] = [
  ['Gmail, English', 'On Tue, May 7, 2024 at 9:15 AM Ada Byron <ada@acme.example> wrote:'],
  ['Gmail, broken over lines', 'On Tue, May 7, 2024 at 9:15 AM Ada Byron <\nada@acme.example> wrote:'],
  ['Gmail, Simplified Chinese', 'Ada Byron <ada@acme.example> 于2024年5月7日周二 09:15写道：'],
  ['Gmail, Traditional Chinese', 'Ada Byron <ada@acme.example> 於 2024年5月7日 週二 上午9:15寫道：'],
  ['Apple Mail, Chinese', '> 在 2024年5月7日，上午9:15，Ada Byron <ada@acme.example> 写道：'],
  ['German', 'Am Di., 7. Mai 2024 um 09:15 Uhr schrieb Ada Byron <ada@acme.example>:'],
  ['French', 'Le mar. 7 mai 2024 à 09:15, Ada Byron <ada@acme.example> a écrit :'],
  ['Spanish', 'El mar, 7 may 2024 a las 9:15, Ada Byron (<ada@acme.example>) escribió:'],
  ['Portuguese', 'Em ter., 7 de mai. de 2024 às 09:15, Ada Byron <ada@acme.example> escreveu:'],
  ['Italian', 'Il giorno mar 7 mag 2024 alle ore 09:15 Ada Byron <ada@acme.example> ha scritto:'],
  ['Dutch', 'Op di 7 mei 2024 om 09:15 schreef Ada Byron <ada@acme.example>:'],
  ['Swedish', 'Den tis 7 maj 2024 kl 09:15 skrev Ada Byron <ada@acme.example>:'],
  ['Danish', 'Den tirs. 7. maj 2024 kl. 09.15 skrev Ada Byron <ada@acme.example>:'],
  ['Finnish', 'ti 7. toukok. 2024 klo 9.15 Ada Byron (ada@acme.example) kirjoitti:'],
  ['Polish', 'wt., 7 maj 2024 o 09:15 Ada Byron <ada@acme.example> napisał(a):'],
  ['Czech', 'út 7. 5. 2024 v 9:15 odesílatel Ada Byron <ada@acme.example> napsal:'],
  ['Hungarian', 'Ada Byron <ada@acme.example> ezt írta (időpont: 2024. máj. 7., K, 9:15):'],
  ['Russian', 'вт, 7 мая 2024 г. в 09:15, Ada Byron <ada@acme.example> пишет:'],
  ['Ukrainian', 'вт, 7 трав. 2024 р. о 09:15 Ada Byron <ada@acme.example> пише:'],
  ['Turkish', 'Ada Byron <ada@acme.example>, 7 May 2024 Sal, 09:15 tarihinde şunu yazdı:'],
  ['Japanese', '2024年5月7日(火) 9:15 Ada Byron <ada@acme.example>のメール:'],
  ['Korean', '2024년 5월 7일 (화) 오전 9:15, Ada Byron <ada@acme.example>님이 작성:'],
  ['Vietnamese', 'Vào Th 3, 7 thg 5, 2024 vào lúc 09:15 Ada Byron <ada@acme.example> đã viết:'],
];

/** Known by the day, the hour and the quote below them. */
const wordless: [string, string][] = [
  ['Apple Mail, Czech', '7. 5. 2024 v 9:15, Ada Byron <ada@acme.example>:'],
  [
    'Apple Mail, Polish',
    'Wiadomość napisana przez Ada Byron <ada@acme.example> w dniu 07.05.2024, o godz. 09:15:',
  ],
  ['Mail.ru', 'Вторник, 7 мая 2024, 9:15 +03:00 от Ada Byron <ada@acme.example>:'],
  ['Gmail, Japanese, newer', '2024年5月7日(火) 9:15 Ada Byron <ada@acme.example>:'],
  [
    'Gmail, Arabic',
    'في الثلاثاء، 7 مايو 2024 في 9:15 ص تمت كتابة ما يلي بواسطة Ada Byron <ada@acme.example>:',
  ],
  [
    'in a language that is not among ours',
    'Mnamo Jumanne, 7 Mei 2024 saa 9:15 Ada Byron <ada@acme.example> aliandika:',
  ],
];

/** Blocks that stand above a quoted or forwarded mail whose text has no marks. */
const blocks: [string, string][] = [
  [
    'Outlook',
    'From: Ada Byron <ada@acme.example>\nSent: Tuesday, May 7, 2024 9:15 AM\nTo: Sam <sam@x.example>\nSubject: Offer',
  ],
  [
    'Outlook, with a line',
    '________________________________\nFrom: Ada Byron\nSent: Tuesday, May 7, 2024\nTo: Sam\nSubject: Offer',
  ],
  ['Outlook, old', '-----Original Message-----\nFrom: Ada Byron\nSent: Tuesday\nTo: Sam\nSubject: Offer'],
  [
    'Outlook, German',
    'Von: Ada Byron <ada@acme.example>\nGesendet: Dienstag, 7. Mai 2024 09:15\nAn: Sam\nBetreff: Angebot',
  ],
  [
    'Outlook, Simplified Chinese',
    '发件人: Ada Byron <ada@acme.example>\n发送时间: 2024年5月7日 9:15\n收件人: Sam\n主题: 报价',
  ],
  [
    'Outlook, Traditional Chinese',
    '寄件者: Ada Byron <ada@acme.example>\n寄件日期: 2024年5月7日 上午 09:15\n收件者: Sam\n主旨: 報價',
  ],
  [
    'QQ',
    '------------------ 原始邮件 ------------------\n发件人: "Ada" <ada@acme.example>;\n发送时间: 2024年5月7日(星期二) 上午9:15\n收件人: "Sam"\n主题: 报价',
  ],
  [
    'Gmail forward',
    '---------- Forwarded message ---------\nFrom: Ada Byron <ada@acme.example>\nDate: Tue, May 7, 2024\nSubject: Offer\nTo: Sam',
  ],
  [
    'Apple forward',
    'Begin forwarded message:\n\nFrom: Ada Byron <ada@acme.example>\nSubject: Offer\nDate: 7 May 2024\nTo: Sam',
  ],
  ['Lotus Notes', 'Ada Byron@ACME\n05/07/2024 09:15 AM\nTo: Sam/HQ@ACME\ncc:\nSubject: Offer'],
  [
    'Lotus Notes forward',
    '----- Forwarded by Ada Byron/HQ/ACME on 05/07/2024 09:15 AM -----\n\n\tBob Ray\n\t05/06/2024 08:00 AM',
  ],
];

const above = ([shows, line]: [string, string]): MailExample => ({
  shows: `an answer above a quote, ${shows}`,
  text: `Yes, today.\n\nSam\n\n${line}\n\n> Could you send the offer?\n> Ada\n`,
  sees: 'Yes, today.\n\nSam',
  also: ['older mail'],
});
const aboveBlock = ([shows, block]: [string, string]): MailExample => ({
  shows: `an answer above a header, ${shows}`,
  text: `Yes, today.\n\n${block}\n\nCould you send the offer?\nAda`,
  sees: 'Yes, today.',
  also: ['older mail'],
});

export const examples: MailExample[] = /* @__PURE__ */ attributions
  .concat(wordless)
  .map(above)
  .concat(/* @__PURE__ */ blocks.map(aboveBlock));

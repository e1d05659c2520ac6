import type { Block, QuoteForm, SampleMail } from '../../fixtures/sample/mail.ts';
import { quoteDate } from './dates.ts';
import type { Rich } from './rich.ts';

const node = (tag: string, attrs: Record<string, string>, ...children: Rich[]): Rich => ({
  tag,
  attrs,
  children,
});
const lines = (texts: string[]): Rich[] =>
  texts.flatMap((text, index) => (index === 0 ? [text] : [node('br', {}), text]));
const paragraphs = (texts: string[]): Rich[] =>
  texts.flatMap((text, index) => [
    ...(index > 0 ? [node('div', {}, node('br', {}))] : []),
    node('div', {}, text),
  ]);

type Head = { fromName: string; fromEmail: string; to: string; at: number; subject: string };
/** What a quote needs to know about the quoted mail. */
export type Quoted = Head & { paragraphs: string[] };

const intros: Record<'gmail-en' | 'gmail-zh-CN' | 'gmail-zh-TW', (head: Head, date: string) => string> = {
  'gmail-en': (head, date) => `On ${date} ${head.fromName} <${head.fromEmail}> wrote:`,
  'gmail-zh-CN': (head, date) => `${head.fromName} <${head.fromEmail}> 于${date}写道：`,
  'gmail-zh-TW': (head, date) => `${head.fromName} <${head.fromEmail}> 於 ${date}寫道：`,
};
const headWords: Record<Exclude<QuoteForm, keyof typeof intros>, [string, string, string, string]> = {
  'outlook-en': ['From:', 'Sent:', 'To:', 'Subject:'],
  'outlook-zh-CN': ['发件人:', '发送时间:', '收件人:', '主题:'],
  'outlook-zh-TW': ['寄件者:', '寄件日期:', '收件者:', '主旨:'],
  qq: ['发件人:', '发送时间:', '收件人:', '主题:'],
};

const headLines = (form: Exclude<QuoteForm, keyof typeof intros>, head: Head, date: string): Rich[] => {
  const [from, sent, to, subject] = headWords[form];
  const values = [`${head.fromName} <${head.fromEmail}>`, date, head.to, head.subject];
  return [from, sent, to, subject].flatMap((word, index) => [
    node('b', {}, word),
    ` ${values[index]}`,
    node('br', {}),
  ]);
};

const isGmail = (form: QuoteForm): form is keyof typeof intros => form in intros;

/** What an answer quotes when it is written in the sample mailbox itself. */
export const quotedBelow = (
  form: 'gmail-en' | 'gmail-zh-CN' | 'gmail-zh-TW',
  of: Head,
  body: Rich[],
  zone: string,
): Rich =>
  node(
    'div',
    { class: 'gmail_quote' },
    node(
      'div',
      { class: 'gmail_attr', dir: 'ltr' },
      intros[form](of, quoteDate(of.at, form, zone)),
      node('br', {}),
    ),
    node('blockquote', { class: 'gmail_quote' }, ...body),
  );

function quoted(form: QuoteForm, of: Quoted, zone: string): Rich {
  const date = quoteDate(of.at, form, zone);
  if (isGmail(form)) {
    return node(
      'div',
      { class: 'gmail_quote' },
      node('div', { class: 'gmail_attr', dir: 'ltr' }, intros[form](of, date), node('br', {})),
      node(
        'blockquote',
        { class: 'gmail_quote', style: 'margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex' },
        ...paragraphs(of.paragraphs),
      ),
    );
  }
  if (form === 'qq') {
    return node(
      'div',
      { class: 'qq_quote' },
      node('div', {}, '------------------ 原始邮件 ------------------'),
      node('div', {}, ...headLines(form, of, date)),
      ...paragraphs(of.paragraphs),
    );
  }
  return node(
    'div',
    { class: 'outlook_quote' },
    node('hr', {}),
    // Gmail puts a prefix before every id of a mail's HTML.
    node('div', { id: `m_${of.at}divRplyFwdMsg`, dir: 'ltr' }, ...headLines(form, of, date)),
    ...paragraphs(of.paragraphs),
  );
}

const forwardWords = {
  'gmail-en': ['---------- Forwarded message ---------', 'From:', 'Date:', 'Subject:', 'To:'],
  'gmail-zh-CN': ['---------- Forwarded message ---------', '发件人：', '日期：', '主题：', '收件人：'],
  'gmail-zh-TW': ['---------- Forwarded message ---------', '寄件者：', '日期：', '主旨：', '收件者：'],
} as const;

function forwarded(form: QuoteForm, of: Quoted, zone: string): Rich {
  if (!isGmail(form)) return quoted(form, of, zone);
  const [head, from, date, subject, to] = forwardWords[form];
  return node(
    'div',
    { class: 'gmail_quote' },
    node(
      'div',
      { class: 'gmail_attr', dir: 'ltr' },
      ...lines([
        head,
        `${from} ${of.fromName} <${of.fromEmail}>`,
        `${date} ${quoteDate(of.at, form, zone)}`,
        `${subject} ${of.subject}`,
        `${to} ${of.to}`,
      ]),
      node('br', {}),
      node('br', {}),
    ),
    ...paragraphs(of.paragraphs),
  );
}

function signature(texts: string[], dashes: boolean): Rich {
  if (!dashes) return node('div', {}, node('br', {}), ...lines(texts));
  return node(
    'div',
    {},
    node('br', {}),
    node('span', { class: 'gmail_signature_prefix' }, '-- '),
    node('br', {}),
    node('div', { class: 'gmail_signature', 'data-smartmail': 'gmail_signature' }, ...lines(texts)),
  );
}

/** Own text of a mail, without what it quotes: what another mail shows of it. */
export const ownParagraphs = (mail: SampleMail): string[] =>
  mail.blocks.flatMap((block) =>
    block.kind === 'text' ? block.paragraphs : block.kind === 'list' ? block.items : [],
  );

/** @param quotedOf finds an earlier mail of the conversation by its key */
export const richOf = (blocks: Block[], zone: string, quotedOf: (key: string) => Quoted): Rich[] =>
  blocks.map((block) => blockOf(block, zone, quotedOf));

function blockOf(block: Block, zone: string, quotedOf: (key: string) => Quoted): Rich {
  switch (block.kind) {
    case 'text':
      return node('div', { dir: 'ltr' }, ...paragraphs(block.paragraphs));
    case 'list':
      return node('ul', {}, ...block.items.map((item) => node('li', {}, item)));
    case 'link':
      return node('div', {}, node('a', { href: block.href, target: '_blank', rel: 'noopener' }, block.text));
    case 'signature':
      return signature(block.lines, block.dashes);
    case 'quote':
      return quoted(block.form, quotedOf(block.of), zone);
    case 'forward':
      return forwarded(block.form, block.of, zone);
  }
}

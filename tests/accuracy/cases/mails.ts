/** Mails that nobody wrote, as clients of many languages quote, forward and sign. Written for this project. */
export const replies: { shows: string; text: string; written: string }[] = [
  {
    shows: 'Gmail, English',
    text: 'Fine with me.\n\nOn Tue, Mar 3, 2026 at 9:14 AM Ada Byron <ada@acme.example> wrote:\n> Shall we meet at ten?\n',
    written: 'Fine with me.',
  },
  {
    shows: 'Gmail, 简体中文',
    text: '好的，明天见。\n\n张伟 <wei@lanhai.example> 于2026年3月3日周二 09:14写道：\n> 明天十点可以吗？\n',
    written: '好的，明天见。',
  },
  {
    shows: 'Gmail, 繁體中文',
    text: '沒問題。\n\n林怡君 <lin@qingyun.example> 於 2026年3月3日 週二 上午9:14寫道：\n> 十點可以嗎？\n',
    written: '沒問題。',
  },
  {
    shows: 'Outlook, German',
    text: 'Passt, danke!\n\nVon: Katharina Wessel <kw@stein.example>\nGesendet: Dienstag, 3. März 2026 09:14\nAn: Jonas Weber <jonas@acme.example>\nBetreff: Termin\n\nGeht zehn Uhr?\n',
    written: 'Passt, danke!',
  },
  {
    shows: 'Apple Mail, French',
    text: "D'accord pour demain.\n\n> Le 3 mars 2026 à 09:14, Claire Petit <claire@lys.example> a écrit :\n> \n> Dix heures ?\n",
    written: "D'accord pour demain.",
  },
  {
    shows: 'QQ, Chinese',
    text: '收到，谢谢。\n\n------------------ 原始邮件 ------------------\n发件人: "陈静" <chen@lanhai.example>\n发送时间: 2026年3月3日(星期二) 上午9:14\n收件人: "我" <me@acme.example>\n主题: 报价\n\n请查收报价。\n',
    written: '收到，谢谢。',
  },
  {
    shows: 'Spanish',
    text: 'Perfecto.\n\nEl mar, 3 mar 2026 a las 9:14, Diego Fuentes (<diego@sol.example>) escribió:\n> ¿Quedamos a las diez?\n',
    written: 'Perfecto.',
  },
  {
    shows: 'Japanese',
    text: '承知しました。\n\n2026年3月3日(火) 9:14 田中 由紀 <yuki@sakura.example>:\n> 10時でよろしいですか。\n',
    written: '承知しました。',
  },
  {
    shows: 'Lotus Notes',
    text: 'Agreed.\n\n|---------+---------------------------->\n|         |           Ada Byron        |\n|         |           03/03/2026 09:14 |\n|---------+---------------------------->\n  >-----------------------------------|\n  |  To: Jonas                        |\n  |  Subject: Meeting                 |\n  >-----------------------------------|\nShall we meet at ten?\n',
    written: 'Agreed.',
  },
  {
    shows: 'nothing quoted, though it says "wrote"',
    text: 'Hello Jonas,\n\nas I wrote on Monday, the offer stands.\n\nOn Friday we could talk.\n',
    written: 'Hello Jonas,\n\nas I wrote on Monday, the offer stands.\n\nOn Friday we could talk.',
  },
];

export const signatures: {
  shows: string;
  mail: string;
  from: string;
  name?: string;
  organisation?: string;
  position?: string;
  phones: string[];
  emails: string[];
}[] = [
  {
    shows: 'English, after two dashes',
    mail: 'Please find it attached.\n\n-- \nAmelia Hartwell\nChief Executive Officer\nLarkfield Instruments Ltd\nT: +44 20 7946 0101\namelia@larkfield.example',
    from: 'Amelia Hartwell <amelia@larkfield.example>',
    name: 'Amelia Hartwell',
    organisation: 'Larkfield Instruments Ltd',
    position: 'Chief Executive Officer',
    phones: ['+44 20 7946 0101'],
    emails: ['amelia@larkfield.example'],
  },
  {
    shows: 'German, after a greeting',
    mail: 'anbei der Vertrag.\n\nMit freundlichen Grüßen\nDr. Katharina Wessel\nGeschäftsführerin\nMöbelwerk Steinhagen GmbH\nTel. +49 5204 555 120',
    from: 'Katharina Wessel <kw@moebel-steinhagen.example>',
    name: 'Katharina Wessel',
    organisation: 'Möbelwerk Steinhagen GmbH',
    position: 'Geschäftsführerin',
    phones: ['+49 5204 555 120'],
    emails: [],
  },
  {
    shows: 'Chinese',
    mail: '附件是报价单，请查收。\n\n此致\n敬礼\n\n李晓雯 | 市场总监\n云合科技有限公司\n手机：138 0013 8000\n邮箱：li.xiaowen@yunhe-tech.example',
    from: '李晓雯 <li.xiaowen@yunhe-tech.example>',
    name: '李晓雯',
    organisation: '云合科技有限公司',
    position: '市场总监',
    phones: ['138 0013 8000'],
    emails: ['li.xiaowen@yunhe-tech.example'],
  },
  {
    shows: 'a first name alone is no signature with facts',
    mail: 'See you there.\n\nThanks,\nTom',
    from: 'Tom Reed <tom@acme.example>',
    name: 'Tom',
    phones: [],
    emails: [],
  },
];

export const headers: { shows: string; raw: string; from: string; to: string[]; subject: string }[] = [
  {
    shows: 'a forward by Gmail',
    raw: '---------- Forwarded message ---------\nFrom: Ada Byron <ada@acme.example>\nDate: Tue, Mar 3, 2026 at 9:14 AM\nSubject: Offer\nTo: Jonas Weber <jonas@stein.example>',
    from: 'ada@acme.example',
    to: ['jonas@stein.example'],
    subject: 'Offer',
  },
  {
    shows: 'Outlook, Chinese',
    raw: '发件人: 张伟 <wei@lanhai.example>\n发送时间: 2026年3月3日 9:14\n收件人: 陈静 <chen@lanhai.example>\n主题: 合同',
    from: 'wei@lanhai.example',
    to: ['chen@lanhai.example'],
    subject: '合同',
  },
  {
    shows: 'a name with a comma in quotes',
    raw: 'From: "Byron, Ada" <ada@acme.example>\nSent: Tuesday, March 3, 2026 9:14 AM\nTo: "Weber, Jonas" <jonas@stein.example>; Mia Reed <mia@stein.example>\nSubject: RE: Offer',
    from: 'ada@acme.example',
    to: ['jonas@stein.example', 'mia@stein.example'],
    subject: 'RE: Offer',
  },
];

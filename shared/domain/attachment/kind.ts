/** What a file of a mail is, as somebody who sells would call it. */
export const attachmentKinds = [
  'quote',
  'invoice',
  'contract',
  'order',
  'presentation',
  'spreadsheet',
  'image',
  'calendar',
  'archive',
  'document',
  'other',
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/**
 * Words by which people name such files: parts of Latin words count only as whole ones, Han words anywhere. The first
 * kind that fits counts, so the narrower stands first: an order confirmation is no invoice, a quote for a contract is a quote.
 */
const words: readonly [AttachmentKind, latin: string, han: string][] = [
  [
    'quote',
    'quote|quotes|quotation|quotations|rfq|offer|offerte|proposal|estimate|pricing|pricelist|price list|price sheet|rate card|tender|bid|angebot|devis|cotizacion|preventivo|orcamento|baojia|baojiadan',
    '报价|報價|估价|估價|报盘|報盤|价格表|價格表|价目|價目|标书|標書|投标|投標|方案书|提案',
  ],
  [
    'order',
    'order|orders|purchase order|po|so|order confirmation|auftrag|bestellung|commande|pedido|ordine',
    '订单|訂單|订购|訂購|采购单|採購單|购货|購貨|下单',
  ],
  [
    'invoice',
    'invoice|invoices|bill|receipt|credit note|proforma|pro forma|pi|rechnung|facture|factura|fattura|fatura|fapiao',
    '发票|發票|账单|帳單|賬單|收据|收據|收条|形式发票|对账|對帳|對賬',
  ],
  [
    'contract',
    'contract|contracts|agreement|agreements|nda|mnda|msa|sow|dpa|loi|mou|terms|amendment|addendum|lease|vertrag|contrat|contrato|contratto|hetong',
    '合同|合约|合約|契约|契約|协议|協議|保密|补充条款|補充條款',
  ],
  [
    'presentation',
    'presentation|slides|slide deck|deck|pitch|brochure|catalog|catalogue|leaflet|flyer|datasheet|data sheet',
    '演示|简报|簡報|投影片|幻灯|路演|宣传册|宣傳冊|产品册|型录|型錄|目录|目錄|产品介绍|產品介紹|彩页',
  ],
  [
    'spreadsheet',
    'spreadsheet|budget|forecast|timesheet|cost sheet|bom',
    '表格|预算|預算|明细|明細|清单|清單|统计|統計|报表|報表',
  ],
  ['calendar', 'invite|invitation|meeting|calendar', '日程|会议邀请|會議邀請|行事历|行事曆'],
];

const byEnding: readonly [AttachmentKind, endings: string][] = [
  ['presentation', 'ppt pptx pptm pps ppsx odp key'],
  ['spreadsheet', 'xls xlsx xlsm xlsb ods csv tsv numbers et'],
  ['calendar', 'ics ical ifb vcs'],
  ['image', 'png jpg jpeg gif webp bmp tif tiff heic heif svg avif'],
  ['archive', 'zip rar 7z gz tgz tar bz2 xz'],
  ['document', 'pdf doc docx docm odt rtf txt md pages wps htm html eml msg'],
];
const kindOfEnding = new Map(byEnding.flatMap(([kind, all]) => all.split(' ').map((each) => [each, kind])));

const byType: readonly [AttachmentKind, RegExp][] = [
  ['presentation', /presentation|powerpoint|\bkeynote/],
  ['spreadsheet', /spreadsheet|ms-excel|text\/(csv|tab-separated)/],
  ['calendar', /^text\/calendar|\/ics$/],
  ['image', /^image\//],
  ['archive', /zip|compressed|x-tar|x-7z|x-rar/],
  ['document', /pdf|msword|wordprocessing|opendocument\.text|^text\/|rtf|rfc822/],
];

/** Kinds whose files are written to be read: a picture or a packed file called "Quote" may be one, a calendar entry is none. */
const named = words.map(
  ([kind, latin, han]) => [kind, new RegExp(`(?:^|\\s)(?:${latin})(?=\\s|$)`), new RegExp(han)] as const,
);

/** "Angebot_2026-Müller.PDF" as words: joints, cases and digits part them. */
const worded = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** The ending of a file's name, lower case and without its dot; empty where there is none. */
export const endingOf = (name: string): string =>
  /\.([\p{L}\p{N}]{1,10})\s*$/u.exec(name)?.[1]?.toLowerCase() ?? '';

/** What a file is by its own form, whatever it is called. */
export function formOf(name: string, type: string | null): AttachmentKind {
  const byName = kindOfEnding.get(endingOf(name));
  if (byName) return byName;
  const said = type?.toLowerCase() ?? '';
  return byType.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other';
}

/**
 * What a file is: by the words of its name, else by its form. "报价单.pdf" is a quote, "scan0001.pdf" a document. A name
 * is what its sender says, so nothing is done by it that cannot be undone.
 */
export function attachmentKind(name: string, type: string | null): AttachmentKind {
  const form = formOf(name, type);
  if (form === 'calendar') return form;
  const ending = endingOf(name);
  const stem = ending === '' ? name : name.slice(0, name.lastIndexOf('.'));
  const text = worded(stem);
  return named.find(([, latin, han]) => latin.test(text) || han.test(text))?.[0] ?? form;
}

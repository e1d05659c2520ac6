import { expect, test } from 'vitest';
import { attachmentKind, endingOf } from './kind.ts';

const pdf = 'application/pdf';
test.each([
  ['Quote 2026-114.pdf', pdf, 'quote'],
  ['ACME_Quotation_v2.docx', null, 'quote'],
  ['AngebotMüller.pdf', pdf, 'quote'],
  ['报价单.xlsx', null, 'quote'],
  ['20261104 報價單(修訂).pdf', pdf, 'quote'],
  ['Price list Q4.xlsx', null, 'quote'],
  ['Invoice-0093.pdf', pdf, 'invoice'],
  ['增值税发票_1032.jpg', 'image/jpeg', 'invoice'],
  ['Rechnung 55.pdf', pdf, 'invoice'],
  ['NDA signed.pdf', pdf, 'contract'],
  ['ServiceAgreement.docx', null, 'contract'],
  ['采购合同-终稿.doc', null, 'contract'],
  ['PO 4711.pdf', pdf, 'order'],
  ['訂單確認.pdf', pdf, 'order'],
  ['Pitch deck.pdf', pdf, 'presentation'],
  ['公司简报.pptx', null, 'presentation'],
  ['Q3.pptx', null, 'presentation'],
  ['numbers.csv', 'text/csv', 'spreadsheet'],
  ['费用明细.pdf', pdf, 'spreadsheet'],
  ['photo.JPEG', null, 'image'],
  ['invite.ics', 'text/calendar', 'calendar'],
  ['Quote review.ics', 'text/calendar', 'calendar'],
  ['drawings.zip', 'application/zip', 'archive'],
  ['scan0001.pdf', pdf, 'document'],
  ['noname', pdf, 'document'],
  ['noname', null, 'other'],
  ['', null, 'other'],
  // Parts of other words are no such words.
  ['Quotient.pdf', pdf, 'document'],
  ['border.pdf', pdf, 'document'],
  ['Billings, Montana.pdf', pdf, 'document'],
  ['Apollo.pdf', pdf, 'document'],
] as const)('%s is %s: %s', (name, type, kind) => expect(attachmentKind(name, type)).toBe(kind));

test('an ending is short letters or digits after the last dot', () => {
  expect(['a.PDF', 'a.tar.gz', 'a', 'a.', 'version 2.final draft', '.gitignore'].map(endingOf)).toEqual([
    ...['pdf', 'gz', '', '', '', 'gitignore'],
  ]);
});

/** Names that belong to nobody in particular. Written for this project. */
export const parts: { name: string; first?: string; last?: string; title?: string; suffix?: string }[] = [
  { name: 'Ada Byron', first: 'Ada', last: 'Byron' },
  { name: 'Byron, Ada', first: 'Ada', last: 'Byron' },
  { name: 'Dr. Katharina Wessel', title: 'Dr.', first: 'Katharina', last: 'Wessel' },
  { name: 'Ludwig van der Meer', first: 'Ludwig', last: 'van der Meer' },
  { name: 'John Q. Public Jr.', first: 'John', last: 'Public', suffix: 'Jr.' },
  { name: '王小明', first: '小明', last: '王' },
  { name: '欧阳明', first: '明', last: '欧阳' },
  { name: '김민수', first: '민수', last: '김' },
];

export const pairs: { a: string; b: string; kind: 'Person' | 'Company'; same: boolean }[] = [
  { a: 'Ada Byron', b: 'Byron, Ada', kind: 'Person', same: true },
  { a: 'Robert Miller', b: 'Bob Miller', kind: 'Person', same: true },
  { a: 'Ada Byron', b: 'A. Byron', kind: 'Person', same: true },
  { a: '陈静', b: '陳靜', kind: 'Person', same: true },
  { a: 'Дмитрий Соколов', b: 'Dmitry Sokolov', kind: 'Person', same: true },
  { a: 'Ada Byron', b: 'Ada Brown', kind: 'Person', same: false },
  { a: 'John Smith', b: 'Jane Smith', kind: 'Person', same: false },
  { a: 'Maria Lopez', b: 'Mario Lopez', kind: 'Person', same: false },
  { a: 'ACME Inc.', b: 'Acme Incorporated', kind: 'Company', same: true },
  { a: 'Möbelwerk Steinhagen GmbH', b: 'Moebelwerk Steinhagen', kind: 'Company', same: true },
  { a: 'Bank of Larkfield', b: 'Larkfield Bank', kind: 'Company', same: true },
  { a: 'Northwind Traders', b: 'Southwind Traders', kind: 'Company', same: false },
  { a: 'ACME Logistics', b: 'ACME Software', kind: 'Company', same: false },
];

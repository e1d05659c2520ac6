/**
 * Legal forms of companies, a row a country or family of law. Dots may be left out or stand without spaces.
 * `plain`: sure in any case of letters. `exact`: short ones that are other words too; only as written here.
 */
const rows: readonly { of: string; plain?: string; exact?: string }[] = [
  {
    of: 'English',
    plain:
      'Inc. | Incorporated | LLC | L.L.C. | LLP | L.L.P. | Ltd. | Limited | Corp. | Corporation | plc | PLLC | P.L.L.C. | Co., Ltd. | Co. Ltd. | & Co. | and Co. | and Company | & Company | Pty. Ltd. | Pty. Limited | Pty. | Pte. Ltd. | Pte. | Pvt. Ltd. | Private Limited | Public Limited Company | Sdn. Bhd. | Bhd. | Unlimited | CIC',
    exact: 'LP | L.P. | P.C. | P.A. | N.A. | L.C. | ULC | DAC',
  },
  {
    of: 'German',
    plain:
      'GmbH & Co. KG | GmbH & Co KG | GmbH & Co. KGaA | AG & Co. KG | gGmbH | GmbH | mbH | KGaA | OHG | PartG mbB | PartGmbB | e.V. | e.G. | e.K. | e.U. | Ges.m.b.H. | UG (haftungsbeschränkt)',
    exact: 'AG | KG | GbR | eG | eK | UG | SE | Stiftung',
  },
  {
    of: 'French',
    plain: 'S.A.S. | S.A.R.L. | SARL | Sàrl | EURL | S.A.S.U. | SASU | SNC | SELARL | SPRL | S.P.R.L. | ASBL',
    exact: 'SA | S.A. | SAS | SRL',
  },
  {
    of: 'Spanish and Portuguese',
    plain:
      'S.L.U. | S.L.L. | S.A.U. | S.A. de C.V. | S. de R.L. de C.V. | S. de R.L. | S. Coop. | Ltda. | Lda. | EIRELI | Unipessoal Lda. | S.A.B. de C.V. | S.A.C. | S.A.S. de C.V.',
    exact: 'SL | S.L. | S.A. | S/A | SGPS',
  },
  {
    of: 'Italian',
    plain: 'S.r.l. | S.p.A. | SpA | S.a.s. | S.n.c. | S.r.l.s. | S.c.a.r.l. | S.c.r.l. | Soc. Coop.',
  },
  { of: 'Dutch', plain: 'B.V. | N.V. | V.O.F. | BVBA | CVBA | vzw', exact: 'BV | NV | VOF | nv | bv' },
  {
    of: 'Northern',
    plain: 'A/S | ApS | Oyj | Oy | ehf. | hf. | AB (publ)',
    exact: 'AB | AS | ASA | Ab | HB | OÜ | ANS',
  },
  {
    of: 'Eastern Europe',
    plain:
      'sp. z o.o. | Sp. z o. o. | s.r.o. | s. r. o. | spol. s r.o. | Kft. | Zrt. | Nyrt. | Bt. | d.o.o. | d. o. o. | d.d. | a.s. | SIA | UAB | E.O.O.D. | EOOD | OOD',
    exact: 'S.R.L. | JSC | OJSC | CJSC | PJSC | ООО | ОАО | ЗАО | ПАО | АО | ТОВ | ТОО',
  },
  { of: 'Turkish and Azeri', plain: 'A.Ş. | Ltd. Şti. | San. ve Tic. A.Ş. | MMC | QSC | ASC', exact: 'AŞ' },
  {
    of: 'Asia',
    plain:
      'Co., Limited | Tbk. | K.K. | G.K. | Kabushiki Kaisha | Berhad | JSC. | FZE | FZCO | FZ-LLC | W.L.L. | PJSC',
    exact: 'KK',
  },
];

/** These are written in small letters by many. */
const small =
  'inc ltd llc gmbh plc pty sarl bv nv b.v. n.v. co. corp. ltda lda kft srl spa s.r.l. s.p.a.'.split(' ');

const escaped = (text: string): string => text.replace(/[\\^$*+?()[\]{}|/]/g, '\\$&');
/** Dots between single letters are written or not; behind a word they may be missing, as the comma of "Co., Ltd.". */
const spelt = (form: string): string =>
  escaped(form)
    .replace(/\.,/g, '\\.?,?')
    .replace(/(\p{L}{2,})\.(?!\p{L})/gu, '$1\\.?')
    .replace(/(?<!\\)\.(?=\p{L})/gu, '\\. ?')
    .replace(/(?<!\\)\.$/, '')
    .replace(/(?<!\\)\. /g, '\\. ?');
/** "S.L.U." is also written SLU; two letters without dots are too short to be sure. */
const undotted = (form: string): string[] =>
  /^(?:\p{L}\.){3,}$/u.test(form) ? [form.replaceAll('.', '').toUpperCase()] : [];

const listed = (kind: 'plain' | 'exact'): string[] =>
  rows.flatMap((row) => (row[kind] ?? '').split(' | ').filter(Boolean));
const plain = listed('plain').flatMap((form) => [form, form.toUpperCase(), ...undotted(form)]);
const forms = [...new Set([...plain, ...small, ...listed('exact')])]
  .map(spelt)
  .sort((a, b) => b.length - a.length);

const alternatives = forms.join('|');
/** A legal form behind a separator: group 1 is the form. */
export const formBehind = new RegExp(
  `[ ,)»"”'’\\u00a0](${alternatives})\\.?(?![\\p{L}\\p{N}&@/-]|\\.\\p{L})`,
  'gu',
);
/** A text that begins with a legal form. */
export const formFirst = new RegExp(`^,? ?\\(?(${alternatives})\\.?(?![\\p{L}\\p{N}@])`, 'u');
/** A text that ends with one. */
export const formLast = new RegExp(`[ ,)»"”\\u00a0]\\(?(${alternatives})\\.?[\\s®™]*$`, 'u');
/** Forms that stand before the name: ООО «Ромашка». */
export const formBefore = /(?<![\p{L}\p{N}])(?:ООО|ОАО|ЗАО|ПАО|АО|ТОО|ТОВ|ИП) (?=[«"“„]?\p{Lu})/gu;
const short = new Set([...listed('exact'), 'Unlimited', 'CIC', 'SIA', 'UAB']);
/** True for a form that is as well another word, an abbreviation or a state. */
export const isShortForm = (form: string): boolean => short.has(form);

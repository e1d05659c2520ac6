import { ar } from './languages/ar.ts';
import { bg } from './languages/bg.ts';
import { ca } from './languages/ca.ts';
import { cs } from './languages/cs.ts';
import { da } from './languages/da.ts';
import { de } from './languages/de.ts';
import { el } from './languages/el.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { et } from './languages/et.ts';
import { fa } from './languages/fa.ts';
import { fi } from './languages/fi.ts';
import { fr } from './languages/fr.ts';
import { he } from './languages/he.ts';
import { hi } from './languages/hi.ts';
import { hr } from './languages/hr.ts';
import { hu } from './languages/hu.ts';
import { id } from './languages/id.ts';
import { it } from './languages/it.ts';
import { ja } from './languages/ja.ts';
import { ko } from './languages/ko.ts';
import { lt } from './languages/lt.ts';
import { lv } from './languages/lv.ts';
import { nl } from './languages/nl.ts';
import { no } from './languages/no.ts';
import { pl } from './languages/pl.ts';
import { pt } from './languages/pt.ts';
import { ro } from './languages/ro.ts';
import { ru } from './languages/ru.ts';
import { sk } from './languages/sk.ts';
import { sl } from './languages/sl.ts';
import { sv } from './languages/sv.ts';
import { th } from './languages/th.ts';
import { tr } from './languages/tr.ts';
import { uk } from './languages/uk.ts';
import { vi } from './languages/vi.ts';
import { zhHans } from './languages/zh-hans.ts';
import { zhHant } from './languages/zh-hant.ts';

/**
 * Words of one language that mail programs and writers put around a text, by what they mean. Alternatives are parted
 * by `|` and are regular expressions. A language is added by a file in `languages/` and its name below.
 */
export type MailWords = {
  /** Labels of a quoted header. `cc` takes every label whose value is of no use to us. */
  from: string;
  date: string;
  to: string;
  cc: string;
  subject: string;
  /** "wrote", as it stands in an attribution, and how an attribution with the date first begins. */
  wrote: string;
  opens?: string;
  /** What stands between rules, or alone before a colon, above a quoted or forwarded mail. */
  original: string;
  /** A line that a phone or a mail program adds by itself below what was written. */
  device: string;
  /** How a mailing list begins the lines it adds below every mail. */
  footer?: string;
  /** Words that close a letter, and that open one, alone in their line. */
  signOffs: string;
  greetings: string;
  /** Labels in a signature. */
  phone: string;
  fax?: string;
  mail?: string;
  web?: string;
  address?: string;
  /** What mails to many, and mails by machines, say of themselves. */
  leave: string;
  machine: string;
};

const languages = [
  en,
  zhHans,
  zhHant,
  ja,
  ko,
  de,
  fr,
  es,
  ca,
  pt,
  it,
  nl,
  sv,
  da,
  no,
  fi,
  et,
  lv,
  lt,
  pl,
  cs,
  sk,
  sl,
  hr,
  bg,
  hu,
  ro,
  ru,
  uk,
  el,
  tr,
  vi,
  id,
  th,
  hi,
  ar,
  fa,
  he,
];

/** The words of all languages for one meaning, as one alternative. */
export const wordsFor = (...meanings: (keyof MailWords)[]): string =>
  [...new Set(languages.flatMap((words) => meanings.flatMap((meaning) => words[meaning] ?? [])))].join('|');

import type { MailWords } from '../words.ts';

/** Latvian. */
export const lv: MailWords = {
  from: 'no|sūtītājs',
  date: 'nosūtīts|datums',
  to: 'kam|adresāts',
  cc: 'kopija',
  subject: 'tēma|temats',
  wrote: 'rakstīja|raksta',
  original: 'sākotnējais ziņojums|oriģinālais ziņojums|pārsūtīt(?:ais|s) ziņojums',
  device: 'nosūtīts no',
  signOffs: 'ar cieņu|paldies|sveicieni',
  greetings: 'labdien|sveik[ia]|cien',
  phone: 'tālrunis|mob',
  mail: 'e-?pasts',
  leave: 'atrakst|atteikties',
  machine: 'neatbildiet|automātisk',
};

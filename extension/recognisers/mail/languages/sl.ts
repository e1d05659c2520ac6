import type { MailWords } from '../words.ts';

/** Slovenian. */
export const sl: MailWords = {
  from: 'od|pošiljatelj',
  date: 'poslano|datum',
  to: 'za|prejemnik',
  cc: 'kp|kopija',
  subject: 'zadeva',
  wrote: 'je napisal|je napisala|napisal|piše',
  opens: 'dne',
  original: 'izvirno sporočilo|posredovano sporočilo',
  device: 'poslano iz',
  signOffs: '(?:lep|prijazen) pozdrav|lp|s spoštovanjem|hvala',
  greetings: 'pozdravljeni|spoštovan[ia]|dober dan|živjo',
  phone: 'telefon|gsm|mobilni',
  mail: 'e-?pošta',
  leave: 'odjav',
  machine: 'ne odgovarjajte|samodejno',
};

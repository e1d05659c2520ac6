import type { MailWords } from '../words.ts';

/** Danish. */
export const da: MailWords = {
  from: 'fra|afsender',
  date: 'sendt|dato|afsendt',
  to: 'til',
  cc: 'kopi|svar til',
  subject: 'emne',
  wrote: 'skrev|skriver|følgende',
  opens: 'den|d\\.|på',
  original:
    'oprindelig meddelelse|original meddelelse|oprindelig besked|videresendt (?:besked|meddelelse|mail)|start på videresendt besked|videresendt af .{3,160}|start på videresendt meddelelse',
  device: 'sendt fra|sendt med|sendt via|hent outlook|få outlook',
  footer: 'for at afmelde',
  signOffs:
    '(?:med )?(?:venlig|venlige|de bedste|bedste|mange|kærlig|hjertelig) hilsen(?:er)?|hilsen|hilsner|mvh|vh|tak|på forhånd tak|bedste hilsner|dbh|kh',
  greetings: 'hej|kære|goddag|god morgen',
  phone: 'telefon|tlf|mobil|mob|direkte|kontor',
  fax: 'fax',
  mail: 'e-?mail|mail',
  web: 'web|hjemmeside',
  address: 'adresse',
  leave: 'afmeld|frameld|vis i (?:din )?browser|du modtager denne (?:mail|e-?mail)',
  machine: 'svar ikke|kan ikke besvares|automatisk (?:genereret|mail|besked|sendt)',
};

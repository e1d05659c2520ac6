import type { MailWords } from '../words.ts';

/** Lithuanian. */
export const lt: MailWords = {
  from: 'nuo|siuntėjas',
  date: 'išsiųsta|data',
  to: 'kam|gavėjas',
  cc: 'kopija',
  subject: 'tema',
  wrote: 'rašė|parašė',
  original: 'pradinis pranešimas|originalus (?:laiškas|pranešimas)|persiųstas (?:laiškas|pranešimas)',
  device: 'išsiųsta iš',
  signOffs: 'pagarbiai|su pagarba|ačiū|linkėjimai',
  greetings: 'sveik[ia]|laba diena|gerb',
  phone: 'telefonas|mob',
  mail: 'el\\. ?paštas',
  leave: 'atsisakyti|prenumeratos',
  machine: 'neatsakykite|automatini',
};

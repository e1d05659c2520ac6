import type { MailWords } from '../words.ts';

/** Slovak. */
export const sk: MailWords = {
  from: 'od|odosielateľ',
  date: 'odoslané|dátum',
  to: 'komu|pre',
  cc: 'kópia',
  subject: 'predmet',
  wrote: 'napísal\\(a\\)|napísal|napísala|píše',
  opens: 'dňa',
  original: 'pôvodná správa|preposlaná správa|začiatok preposlanej správy',
  device: 'odoslané z',
  signOffs: 's pozdravom|s úctou|ďakujem|pozdravujem|vďaka|prajem pekný deň',
  greetings: 'dobrý deň|ahoj|vážen[ýáí]',
  phone: 'telefón|mobil',
  mail: 'e-?mail',
  leave: 'odhlásiť|zrušiť odber|odhlásenie',
  machine: 'neodpovedajte|automaticky (?:generovan|vygenerovan)',
};

import type { MailWords } from '../words.ts';

/** Croatian and Serbian. */
export const hr: MailWords = {
  from: 'od|šalje|pošiljatelj|pošiljalac|од',
  date: 'poslano|poslato|datum|послато|датум',
  to: 'za|prima|primatelj|за',
  cc: 'kopija',
  subject: 'predmet|naslov|предмет|наслов',
  wrote: 'napisao je|napisala je|je napisao|je napisala|je napisao\\/la|piše|написао',
  opens: 'dana|u|у',
  original:
    'izvorna poruka|originalna poruka|proslijeđena poruka|prosleđena poruka|оригинална порука|прослеђена порука',
  device: 'poslano s|poslato sa|послато са',
  signOffs:
    '(?:s |lijep |srdačan )?pozdrav|s poštovanjem|lp|hvala|srdačno|lijep pozdrav|поздрав|с поштовањем|хвала',
  greetings: 'poštovan[iae]|dragi|draga|bok|zdravo|dobar dan|поштован[иа]|здраво',
  phone: 'telefon|mobitel|mob|mobilni|телефон',
  mail: 'e-?pošta|мејл',
  leave: 'odjav|otkaž(?:i|ite) pretplatu|одјав',
  machine: 'ne odgovar|automatsk[aio] (?:poruk|generir)',
};

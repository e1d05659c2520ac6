import type { MailWords } from '../words.ts';

/** Polish. */
export const pl: MailWords = {
  from: 'od|nadawca',
  date: 'wysłano|data|data wysłania|wysłane',
  to: 'do|adresat',
  cc: 'dw|udw|kopia|do wiadomości|odpowiedź do',
  subject: 'temat',
  wrote: 'napisał\\(a\\)|napisał|napisała|pisze',
  opens: 'dnia|w dniu',
  original:
    'wiadomość oryginalna|oryginalna wiadomość|pierwotna wiadomość|wiadomość (?:przekazana|przesłana)(?: dalej)?|początek przekazywanej wiadomości|przekazana wiadomość|przesłane przez .{3,160}',
  device: 'wysłan[eo] z|wysłan[eo] za pomocą|pobierz (?:aplikację )?outlook',
  footer: 'aby zrezygnować z subskrypcji',
  signOffs:
    'pozdrawiam|(?:serdecznie |z )?pozdrowieni(?:a|ami)|z poważaniem|z wyrazami szacunku|serdeczne pozdrowienia|serdecznie pozdrawiam|pozdrawiam serdecznie|dziękuję|dzięki|z góry dziękuję|łączę pozdrowienia|pozdr',
  greetings: 'cześć|witam|dzień dobry|szanown[aiy]|drog[ia]|hej',
  phone: 'telefon|tel|kom|komórka|mob|centrala',
  fax: 'faks|fax',
  mail: 'e-?mail|mail',
  web: 'strona|www',
  address: 'adres|siedziba',
  leave:
    'wypisz|rezygnuj|zrezygnować z (?:subskrypcji|newslettera|otrzymywania)|anuluj subskrypcję|wyświetl w przeglądarce|otrzymujesz (?:tę|ten) (?:wiadomość|e-?mail)',
  machine:
    'nie odpowiada[jć]|(?:wiadomość|mail) (?:automatyczn[ay]|wygenerowan[ay])|wygenerowan[ay] automatycznie',
};

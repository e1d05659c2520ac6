import type { MailWords } from '../words.ts';

/** Czech. */
export const cs: MailWords = {
  from: 'od|odesílatel',
  date: 'odesláno|datum|dne',
  to: 'komu|příjemce|pro',
  cc: 'kopie|skrytá|odpověď',
  subject: 'předmět|věc',
  wrote: 'napsal\\(a\\)|napsal|napsala|píše',
  opens: 'dne',
  original:
    'původní zpráva|původní e-?mail|přeposlaná zpráva|předaná zpráva|začátek přeposlané zprávy|předáno dál|přeposlal .{3,160}',
  device: 'odesláno z|odesláno pomocí|získejte outlook',
  footer: 'pro odhlášení',
  signOffs:
    's pozdravem|s přátelským pozdravem|(?:s )?pozdrav(?:em|y)?|s úctou|děkuji|díky|děkujeme|hezký den|zdravím|přeji (?:hezký|pěkný) den|s přáním .{3,30}',
  greetings: 'dobrý (?:den|večer)|ahoj|vážen[ýáí]|zdravím|milý|milá',
  phone: 'telefon|tel|mobil|mob|ústředna',
  fax: 'fax',
  mail: 'e-?mail',
  web: 'web',
  address: 'adresa|sídlo',
  leave: 'odhlásit|zrušit odběr|odhlášení|zobrazit v prohlížeči|dostáváte tento e-?mail',
  machine: 'neodpovídejte|automaticky (?:generov|vygenerov|odesl)|automatick[áý] zpráv',
};

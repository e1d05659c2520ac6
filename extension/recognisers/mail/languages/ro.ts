import type { MailWords } from '../words.ts';

/** Romanian. */
export const ro: MailWords = {
  from: 'de la|expeditor',
  date: 'trimis|dată|data|trimis la',
  to: 'către|catre|pentru|la',
  cc: 'cc|copie',
  subject: 'subiect',
  wrote: 'a scris|scrie',
  opens: 'pe|în data|la data',
  original:
    'mesaj original|mesajul original|mesaj redirecționat|mesaj retrimis|mesaj transmis mai departe|începutul mesajului redirecționat',
  device: 'trimis de pe|trimis din|trimis cu|obțineți outlook',
  footer: 'pentru a vă dezabona',
  signOffs:
    'cu (?:stimă|respect|drag|prietenie)|(?:cele mai bune |cu )?salut[aă]ri|o zi bun[aă]|mul[tț]umesc|mul[tț]umim|numai bine|cu considera[tț]ie|toate cele bune',
  greetings: 'bun[aă](?: ziua| dimineața| seara)?|salut|stimat[ăea]|drag[ăa]',
  phone: 'telefon|tel|mobil',
  fax: 'fax',
  mail: 'e-?mail',
  web: 'site|web',
  address: 'adresa|adresă|sediu',
  leave: 'dezabon|vezi în browser|primiți acest e-?mail',
  machine: 'nu răspunde|mesaj automat|generat automat',
};

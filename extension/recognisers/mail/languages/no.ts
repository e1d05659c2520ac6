import type { MailWords } from '../words.ts';

/** Norwegian. */
export const no: MailWords = {
  from: 'fra|avsender',
  date: 'sendt|dato',
  to: 'til',
  cc: 'kopi|svar til',
  subject: 'emne',
  wrote: 'skrev|skriver|følgende',
  opens: 'den|på|kl',
  original:
    'opprinnelig melding|original melding|videresendt melding|videresendt av .{3,160}|start på videresendt melding',
  device: 'sendt fra|sendt med|sendt via|skaff deg outlook|hent outlook',
  footer: 'for å melde deg av',
  signOffs:
    '(?:med )?(?:vennlig|vennlige|beste|mange|hjertelig) hilsen(?:er)?|med vennlig hilsen|hilsen|mvh|takk|på forhånd takk|beste hilsener|hilsning|vh',
  greetings: 'hei|kjære|god (?:morgen|dag)|hallo',
  phone: 'telefon|tlf|mobil|mob|direkte|sentralbord',
  fax: 'faks|fax',
  mail: 'e-?post',
  web: 'web|nettside',
  address: 'adresse|besøksadresse|postadresse',
  leave: 'meld deg av|avmeld|avslutt abonnement|vis i nettleser|du mottar denne e-?posten',
  machine: 'ikke svar|kan ikke besvares|automatisk (?:generert|melding|sendt)',
};

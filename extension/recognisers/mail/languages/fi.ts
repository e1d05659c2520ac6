import type { MailWords } from '../words.ts';

/** Finnish. */
export const fi: MailWords = {
  from: 'lähettäjä',
  date: 'lähetetty|päivämäärä|päiväys|päivä|lähetyspäivä',
  to: 'vastaanottaja',
  cc: 'kopio|vastaus',
  subject: 'aihe|otsikko',
  wrote: 'kirjoitti|kirjoittaa',
  opens: 'ma|ti|ke|to|pe|la|su',
  original:
    'alkuperäinen viesti|välitetty viesti|edelleenlähetetty viesti|välitetty viesti alkaa|lähettäjä edelleen .{3,160}',
  device: 'lähetetty|hanki outlook',
  footer: 'peruuta tilaus',
  signOffs:
    '(?:ystävällisin|parhain|terveisin|lämpimin|kohteliain) terveisin|terveisin|terv|t|kiitos|kiittäen|yst\\.? ?terv|parhain terveisin|ystävällisesti|kunnioittavasti|terkuin',
  greetings: 'hei|moi|terve|hyvä|arvoisa|hyvää (?:huomenta|päivää)',
  phone: 'puhelin|puh|gsm|matkapuhelin|p|vaihde|suora',
  fax: 'faksi|fax',
  mail: 'sähköposti|s-posti',
  web: 'verkkosivu|kotisivu',
  address: 'osoite|käyntiosoite|postiosoite',
  leave:
    'peruuta (?:uutiskirje|tilaus)|lopeta tilaus|poistu postituslistalta|avaa selaimessa|saat tämän viestin',
  machine: 'älä vastaa|ei voi vastata|automaattinen viesti|automaattisesti (?:lähetetty|luotu)',
};

import type { MailWords } from '../words.ts';

/** Swedish. */
export const sv: MailWords = {
  from: 'från|avsändare',
  date: 'skickat|datum|skickat den',
  to: 'till',
  cc: 'kopia|svara till',
  subject: 'ämne|rubrik',
  wrote: 'skrev|skriver',
  opens: 'den|på',
  original:
    'ursprungligt meddelande|originalmeddelande|vidarebefordrat (?:brev|meddelande)|vidarebefordrat av .{3,160}|börja? vidarebefordra',
  device: 'skickat från|skickat med|skickades från|hämta outlook|från min',
  footer: 'för att avsluta prenumerationen',
  signOffs:
    '(?:med )?(?:vänliga?|bästa|varma|hjärtliga|vänlig) (?:hälsning(?:ar)?)|hälsning(?:ar)?|mvh|tack|tack på förhand|vänligen|högaktningsfullt|allt gott|ha det bra|bästa hälsningar',
  greetings: 'hej|hejsan|bästa|god (?:morgon|dag)|kära',
  phone: 'telefon|tel|mobil|mobiltelefon|direkt|växel|kontor',
  fax: 'fax',
  mail: 'e-?post|mejl|epost',
  web: 'webb|webbplats|hemsida',
  address: 'adress|besöksadress|postadress',
  leave:
    'avprenumerera|avregistrera|avsluta (?:din )?prenumeration|avanmäl|visa i webbläsaren|du får det här (?:mejlet|meddelandet)',
  machine: 'svara inte|går inte att svara|automatiskt (?:genererat|meddelande|skickat)|kan inte besvaras',
};

import type { MailWords } from '../words.ts';

/** German. */
export const de: MailWords = {
  from: 'von|absender',
  date: 'gesendet|gesendet am|datum|gesendet um',
  to: 'an',
  cc: 'kopie|antwort an|blindkopie',
  subject: 'betreff',
  wrote: 'schrieb|schreibt|geschrieben|hat geschrieben',
  opens: 'am',
  original:
    'ursprüngliche nachricht|ursprüngliche mail|ursprünglicher termin|original-?nachricht|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-?mail)|weitergeleitet von .{3,160}',
  device:
    'von meinem .{1,40} gesendet|gesendet von|gesendet mit|gesendet über|diese nachricht wurde von|outlook für \\w+ beziehen|holen sie sich outlook',
  footer: 'um sich abzumelden|sie erhalten diese (?:nachricht|e-?mail), weil',
  signOffs:
    'mit (?:freundlichen|besten|herzlichen|vielen|lieben|freundlichem|bestem|sonnigen|kollegialen) (?:grüßen|grüssen|gruessen|gruß|gruss)(?: aus .{2,30})?|(?:freundliche|viele|beste|liebe|herzliche|schöne|sonnige|vg|mit freundlichem) (?:grüße|grüsse|gruesse|gruß)(?: aus .{2,30})?|mfg|lg|vg|bg|danke|vielen dank|besten dank|herzlichen dank|hochachtungsvoll|gruß|gruss|grüße',
  greetings: 'hallo|liebe|lieber|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|servus|grüezi',
  phone: 'telefon|tel|fon|mobil|handy|durchwahl|zentrale|büro|mobiltelefon|mobilnummer',
  fax: 'fax|telefax',
  mail: 'e-?mail',
  web: 'internet|webseite|web',
  address: 'anschrift|adresse|postanschrift|sitz',
  leave:
    'abmelden|abbestellen|newsletter abbestellen|im browser (?:öffnen|ansehen|anzeigen)|austragen|abmeldelink|e-?mail-einstellungen|sie erhalten diese (?:e-?mail|nachricht|newsletter),? (?:weil|da)',
  machine:
    'nicht auf diese (?:e-?mail|nachricht)|automatisch (?:erstellt|generiert|versandt|erzeugt)|bitte antworten sie nicht',
};

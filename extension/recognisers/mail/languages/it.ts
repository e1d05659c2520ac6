import type { MailWords } from '../words.ts';

/** Italian. */
export const it: MailWords = {
  from: 'da|mittente',
  date: 'inviato|inviato il|data|data invio',
  to: 'a|per',
  cc: 'cc|ccn|copia|rispondi a',
  subject: 'oggetto',
  wrote: 'ha scritto|scrisse|scrive',
  opens: 'il|in data',
  original:
    'messaggio originale|messaggio inoltrato|inizio (?:del )?messaggio inoltrato|messaggio originario|inoltrato da .{3,160}',
  device: 'inviato da|inviato dal|inviato con|inviato tramite|scarica outlook|ottieni outlook',
  footer: "per annullare l[’']iscrizione|hai ricevuto questo messaggio perché",
  signOffs:
    '(?:cordiali|distinti|cari|i più cordiali|migliori|tanti) saluti|saluti|un (?:cordiale |caro )?saluto|cordialmente|grazie|grazie mille|grazie e (?:cordiali )?saluti|in fede|a presto|buona giornata|buon lavoro|distintamente',
  greetings:
    'ciao|buongiorno|buonasera|gentil[ei]|gent\\.?(?:ma|mo|le)?|car[oai]|egregio|spett\\.?(?:le)?|salve',
  phone: 'telefono|tel|cell|cellulare|mobile|int|centralino',
  fax: 'fax',
  mail: 'e-?mail|posta elettronica|pec',
  web: 'sito|sito web',
  address: 'indirizzo|sede|sede legale',
  leave:
    "disiscriv|annulla(?:re)? (?:l[’'])?iscrizione|cancella(?:re|ti)? (?:l[’'])?iscrizione|cancellati|visualizza nel browser|gestisci (?:le )?preferenze|ricevi questa e-?mail|hai ricevuto questa e-?mail",
  machine: 'non rispondere|messaggio automatico|generat[oa] automaticamente|e-?mail automatica',
};

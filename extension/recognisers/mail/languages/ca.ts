import type { MailWords } from '../words.ts';

/** Catalan. */
export const ca: MailWords = {
  from: 'de',
  date: 'enviat|data|enviat el',
  to: 'per a|a',
  cc: 'a\\/c|còpia',
  subject: 'assumpte',
  wrote: 'va escriure|ha escrit',
  opens: 'el',
  original: 'missatge original|missatge reenviat|inici del missatge reenviat',
  device: 'enviat des d|enviat amb',
  signOffs: 'salutacions|cordialment|atentament|gràcies|una salutació|moltes gràcies',
  greetings: 'hola|benvolgu(?:t|da|ts)|bon dia',
  phone: 'telèfon|mòbil',
  mail: 'correu',
  leave: 'cancel·lar (?:la )?subscripció|donar-se de baixa',
  machine: 'no respongueu|missatge automàtic',
};

import type { MailWords } from '../words.ts';

/** French. */
export const fr: MailWords = {
  from: 'de|expéditeur',
  date: "envoyé|envoyé le|date|date d[’']envoi",
  to: 'à|destinataire',
  cc: 'copie à|cc|cci|répondre à',
  subject: 'objet|sujet',
  wrote: 'a écrit|écrit|écrivait|a ecrit',
  opens: 'le',
  original:
    "message d[’']origine|message original|message transféré|message initial|début du message (?:réexpédié|transféré)|courriel original|transféré par .{3,160}",
  device:
    'envoyé (?:de|depuis) (?:m|yahoo|l|outlook|un)|envoyé à partir d|envoyé avec|télécharger outlook|obtenez outlook|provenance : ',
  footer: 'pour vous désabonner|pour vous désinscrire|vous recevez ce message',
  signOffs:
    "(?:bien |très )?cordialement(?: vôtre)?|bien à (?:vous|toi)|salutations|(?:sincères|meilleures|cordiales) salutations|merci|merci d[’']avance|merci beaucoup|amicalement|amitiés|à bientôt|bonne (?:journée|réception|soirée)|respectueusement|cdlt|cdt|bàv|bien cordialement",
  greetings: 'bonjour|bonsoir|cher|chère|chers|salut|madame|monsieur',
  phone: 'téléphone|tél|tel|portable|mobile|standard|ligne directe|gsm|bureau',
  fax: 'fax|télécopie|télécopieur',
  mail: 'courriel|e-?mail|mél|adresse e-?mail',
  web: 'site|site web|web',
  address: 'adresse|siège|siège social',
  leave:
    'se désabonner|désabonner|désinscrire|désinscription|désabonnement|version en ligne|voir (?:cet e-?mail|ce message) dans|gérer vos préférences|vous recevez cet e-?mail',
  machine: 'ne pas répondre|message automatique|généré automatiquement|envoyé automatiquement',
};

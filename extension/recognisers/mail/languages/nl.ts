import type { MailWords } from '../words.ts';

/** Dutch. */
export const nl: MailWords = {
  from: 'van|afzender',
  date: 'verzonden|datum|verzonden op|verstuurd',
  to: 'aan',
  cc: 'cc|kopie|bcc|beantwoorden',
  subject: 'onderwerp',
  wrote: 'schreef|geschreven|het volgende geschreven|schrijft',
  opens: 'op',
  original:
    'oorspronkelijk bericht|origineel bericht|oorspronkelijke e-?mail|doorgestuurd bericht|begin doorgestuurd bericht|doorgestuurd door .{3,160}',
  device:
    'verzonden (?:vanaf|met|via|uit|door)|verstuurd (?:vanaf|met|via)|outlook voor \\w+ downloaden|download outlook',
  footer: 'om u af te melden|u ontvangt dit bericht omdat',
  signOffs:
    '(?:met )?(?:vriendelijke|hartelijke|beste|veel|warme|bijzondere) groet(?:en)?|groet(?:en|jes)?|m\\.?v\\.?g|hartelijk dank|bedankt|dank|alvast bedankt|hoogachtend|mvrgr|vr\\.? ?gr',
  greetings: 'hallo|hoi|beste|geachte|dag|goede(?:morgen|middag|navond)|lieve',
  phone: 'telefoon|tel|mobiel|mob|gsm|doorkiesnummer|kantoor',
  fax: 'fax',
  mail: 'e-?mail',
  web: 'website|internet',
  address: 'adres|bezoekadres|postadres',
  leave:
    'uitschrijven|afmelden|schrijf je uit|voorkeuren (?:wijzigen|beheren)|bekijk (?:deze e-?mail |online )?in (?:je|uw) browser|je ontvangt deze (?:e-?mail|mail)|u ontvangt deze (?:e-?mail|mail|nieuwsbrief)',
  machine:
    'niet (?:op dit bericht )?(?:te )?(?:antwoorden|beantwoorden|reageren)|automatisch (?:gegenereerd|verzonden|verstuurd)|automatisch bericht',
};

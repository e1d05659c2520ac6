import type { MailWords } from '../words.ts';

/** English. */
export const en: MailWords = {
  from: 'from|author|sender',
  date: 'date|date sent|sent|sent at|sent on',
  to: 'to',
  cc: 'cc|bcc|reply-to',
  subject: 'subject',
  wrote: 'wrote|writes',
  opens: 'on|at',
  original:
    'original|original message|original appointment|original e-?mail|forwarded message|forwarded mail|forwarded by .{3,160}|begin forwarded message|reply separator|message forwarded|inline attachment follows|forward header|previous message',
  device:
    'sent (?:from|via|with|by) (?:my\\b|mail|yahoo|aol|outlook|gmail|proton|spark|samsung|huawei|xiaomi|blackberry|iphone|ipad|android|windows|mobile|an? )|get outlook for|from my (?:i?phone|ipad|mobile|android|blackberry)|\\S+ from mobile',
  footer:
    'you received this message because you are subscribed|to unsubscribe|unsubscribe from this|manage your (?:email )?preferences|mailing list',
  signOffs:
    'best|all the best|(?:with )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|regards|rgds|best rgds|brgds|br|thanks|thank you|thank you very much|thanks again|many thanks|thanks (?:and|&) regards|thanks in advance|thanks so much|thx|thanx|cheers|sincerely|sincerely yours|yours sincerely|yours faithfully|yours truly|yours|respectfully|respectfully yours|cordially|take care|talk soon|have a (?:great|good|nice) (?:day|weekend|one)',
  greetings: 'hi|hello|hey|dear|good (?:morning|afternoon|evening)|to',
  phone:
    'tele?|telephone|telephone no|phone|phones|ph|office|direct|direct dial|direct line|work|home|main|voice|switchboard|mobile|mob|cell|cellular|cell phone|wireless|pager|ext|desk|toll[- ]free',
  fax: 'fax|facsimile|telecopier|fx',
  mail: 'e[- :]?mails?|e-?mail address|mailto|internet',
  web: 'web|website|web site|www|url|homepage|internet|linkedin|twitter|skype',
  address: 'address|office address|mailing address',
  leave:
    'unsubscribe|opt[- ]?out|manage (?:your )?(?:e?mail )?(?:preferences|subscriptions?)|(?:email|subscription) preferences|view (?:this (?:e-?mail|message) )?(?:in|as) (?:your |a )?(?:browser|web ?page)|you(?:.re| are)? (?:receiving|received|getting) this (?:e-?mail|message|newsletter) because',
  machine:
    'do not reply|this is an automat(?:ed|ic)|automatically generated|auto-generated|(?:not|un)-?monitored|please do not respond',
};

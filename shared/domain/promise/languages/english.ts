import type { PromiseLanguage } from '../language.ts';

const re = (source: string, flags = 'iu'): RegExp => new RegExp(source, flags);

/** A day by its name or by how far it is: for what counts only beside one. */
const day =
  '(?:mon|tues?|wed|thu|fri|sat|sun|tomorrow|tmrw|today|tonight|this\\s|next\\s|the\\s+\\d|end\\s+of|eo[dwm]\\b|cob\\b|\\d{1,2}(?:st|nd|rd|th|\\s+\\p{L}{3}|[:/])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\s+\\d)';
/** "Forward to Scott": to others, not to whoever asks. */
const notToOthers = '(?!\\s+(?:directly\\s+)?to\\s+(?!me\\b|us\\b|you\\b|my\\b|our\\b))';
const send = `(?:re-?)?(?:send(?:ing)?|forward(?:ing)?|provid(?:e|ing)|submit(?:ting)?)${notToOthers}|fwd|(?:e-?)?mail(?:ing)?(?=\\s+(?:you|me|us|it|them|the|an?|our|your|my|this|that|over)\\b)|shar(?:e|ing)|suppl(?:y|ying)|return(?:ing)?(?=\\s+(?:the|it|your|a|them|this|signed|both))|drop(?:ping)?(?=\\s+(?:you|me|us)\\s+(?:a|the)\\s+(?:line|note|mail|copy))|pass(?:ing)?(?:\\s+(?:it|this|that|them))?\\s+(?:on|along|over)|get(?:ting)?(?=\\s+(?:you|me|us)\\s+(?!to\\b))|get(?:ting)?(?=\\s[^.,;]{1,50}?\\s(?:over|out|across|back)?\\s*to\\s+(?:you|me|us)\\b)|have(?=\\s[^.;]{1,60}?\\s(?:over\\s+)?(?:to|with|for)\\s+(?:you|me|us)\\b)|have(?=\\s[^.;]{1,50}?\\sin\\s+your\\s)|let\\s+(?:you|me|us)\\s+have|drop(?=\\s[^.;]{1,40}?\\sin\\s+(?:the|your|our)\\s)|furnish|upload|(?:shoot|ping|fire|flick|zip|bounce|slide|pop)(?:ing)?(?=\\s+(?:you|me|us|it|them|over|across)\\s)|(?:get|bring|hand|turn)(?:ing)?(?=\\s[^.,;]{1,40}?\\s(?:over|across|a?round|back|through|out)\\b(?!\\s+to\\s+(?!me\\b|us\\b|you\\b)))|give(?=\\s+(?:you|me|us)\\s+(?:the|an?|any|some|more|our|your|my)\\s+(?!call|ring|shout|buzz|bell|hand|minute|moment|chance|sense|idea|heads))`;
const call = `(?:call|phone|ring)(?=\\s+(?:(?:on|at|around|back)\\s|${day}))|(?:call|phone|ring|dial|bell)(?=\\s+(?:either\\s+)?(?:you|me|us)\\b)|give\\s+(?:you|me|us|him|her|them)\\s+(?:a|another)\\s+(?:quick\\s+)?(?:call|ring|shout|buzz|bell|tinkle)|speak(?=\\s+(?:to\\s+you|with\\s+you))|try\\s+you|dial\\s+in|(?:call|phone)\\s+(?:back|over)`;
const meet = `meet(?:ing)?(?=\\s+(?:you|me|us|with|at|on|in|again|this|next|tomorrow))|see\\s+you|(?:schedul(?:e|ing)|arrang(?:e|ing)|set(?:ting)?\\s+up|organi[sz](?:e|ing)|book(?:ing)?)(?=\\s+(?:\\S+\\s+){0,4}?(?:demo|meeting|call|visit|session|walk-?through|appointment)\\b)|visit(?=\\s+(?:you|us|your|our|me)\\b(?!\\s+(?:web|page|home|online|shop|blog)))|(?:come|stop)\\s+by(?=\\s|$)|(?:join\\s+(?:us|me)|be\\s+(?:available|there))(?=[^.;]*?\\b${day})`;
const answer =
  '(?:get|come|circle|write|report)\\s+back(?:\\s+to\\s+(?:you|me|us))|revert|let\\s+(?:you|me|us)\\s+know(?!\\s+(?:if|should|when|once|in\\s+case|how\\s+we\\s+can))|confirm|repl(?:y|ying)|respond|advise|acknowledge|lmk|find\\s+out|check(?=\\s+(?:with|on|whether|that|the|this|it|and|our|my|to\\s+see|what|when|how)\\b)|ask(?=\\s+(?:our|my|the|\\p{Lu})\\S*)|verify|clarify|review|look\\s+into|run\\s+(?:it|this|that)\\s+(?:past|by)|hear\\s+(?:back\\s+)?from\\s+(?:us|me)|(?:inform|update|notify|tell)\\s+(?:you|me|us)\\b';
const money = '(?:payments?|refunds?|deposits?|transfers?|remittances?|funds|balance|money)';
const pay = `pay|settle|wire|(?:mak|releas|process|arrang|effect|initiat)(?:e|ing)\\s+(?:[^\\s.,;]+\\s+){0,3}?${money}(?!\\p{L})|(?:releas|process)(?:e|ing)(?=\\s+(?:\\S+\\s+){0,3}?invoice)|t\\/?t(?=\\s)|clear(?=\\s+(?:the|your|our|all|any)\\s+(?:[^\\s.,;]+\\s+){0,2}?(?:dues|invoices?|balance|payments?|bills?|amount)\\b)|transfer(?=\\s+(?:the|your|our|it|funds|money|a|usd|eur|\\$|€))|remit|reimburse|refund(?=\\s+(?:you|the|your|me|us|it))`;
const introduce =
  'introduc(?:e|ing)|connect(?:ing)?(?=\\s+(?:you|me|us)\\b)|put(?:ting)?\\s+(?:you|me|us)\\s+in\\s+(?:touch|contact)|(?:hook|link)(?:ing)?\\s+(?:you|me|us)\\s+up|loop(?:ing)?\\s+(?:\\S+\\s+){0,4}?in(?:to)?|mak(?:e|ing)\\s+(?:an?|the)\\s+intro(?:duction)?';
const order =
  '(?:plac(?:e|ing)|issu(?:e|ing))(?=\\s+(?:\\S+\\s+){0,2}?(?:order|po)\\b)|go\\s+ahead\\s+and\\s+(?:place\\s+the\\s+)?order|order(?=\\s+(?:the|\\d|an?|it|them|me|us)\\b)|ship(?:ping)?|dispatch(?:ing)?|deliver(?:ing)?|(?:load|collect|pick\\s+up|hand\\s+over)(?:ing)?(?=\\s+(?:\\S+\\s+){0,3}?(?:containers?|cargo|goods|parcels?|pallets?|shipments?|freight|trucks?|consignments?|samples?|orders?)\\b)';
const make =
  'quote|prepar(?:e|ing)|draft(?:ing)?|put(?:ting)?\\s+together|writ(?:e|ing)\\s+up|creat(?:e|ing)|revis(?:e|ing)|finali[sz](?:e|ing)|sign|complet(?:e|ing)|finish|(?:work|draw|write|knock)(?:ing)?\\s+(?:up|together)|come\\s+up\\s+with|work\\s+out(?=\\s+(?:an?|the|your|our|some)\\b)';
const act =
  'updat(?:e|ing)|fix|correct|set\\s+up|tak(?:e|ing)\\s+care\\s+of|extend|reset|change|add|remove|register|arrange|organi[sz]e|implement|install|test|resolve|handle|upload|activate|renew|cancel|adjust|replace|book|sort\\s+out|make\\s+sure|see\\s+to|deal\\s+with|follow\\s+up|touch\\s+base|attend(?=\\s+(?:your|the|on|site|to|our)\\b)|approve|migrate|do\\s+(?:it|this|that|so)|get\\s+(?:it|this|that)\\s+(?:done|fixed|sorted)|have\\s+(?:it|this|that)\\s+(?:done|ready|fixed)';
const all = `(?<act>(?:${answer}|${call}|${introduce}|${meet}|${pay}|${order}|${send}|${make}|${act})(?![\\p{L}-]))`;

const adverbs =
  '(?:(?:also|then|just|certainly|definitely|gladly|happily|quickly|try\\s+(?:to|and)|make\\s+sure\\s+(?:to|that\\s+I)|be\\s+sure\\s+to|be\\s+able\\s+to|personally|now|immediately|again|kindly|please|go\\s+ahead\\s+and|surely|shortly|soon|today|tomorrow)\\s+){0,3}';
/** "I'll run it past legal and send it": what comes before the act in one breath. */
const first = "(?:(?!(?:not|never)\\b)[^.?!;]{1,50}?\\band\\s+(?:then\\s+)?(?:I[’']?ll\\s+|we[’']?ll\\s+)?)?";
const will =
  "(?:(?:[’']?ll|\\s+will|\\s+shall)\\s+(?:be\\s+(?=\\p{L}+ing\\b))?|(?:[’']?m|[’']?re|\\s+am|\\s+are)\\s+(?:going\\s+to|about\\s+to)\\s+|\\s+gonna\\s+|\\s+promise\\s+(?:to|I[’']ll)\\s+|\\s+(?:undertake|commit|guarantee|pledge)\\s+to\\s+)";
const we = "(?<![\\p{L}’'])(?:I|we)";
const ours = '(?<!\\p{L})(?:my|our)\\s+(?:\\p{L}+\\s+){0,2}?\\p{L}+';
/** A way in which anything is done; what comes before it is short, and is looked for first. */
const any = (lead: string, between = adverbs, after = '') => ({
  lead: re(lead),
  pattern: re(`${lead}${between}${all}${after}`),
});

export const english: PromiseLanguage = {
  spoken: /[a-z]{2}/i,
  harmless:
    /\bif\s+(?:possible|at\s+all\s+possible|necessary)\b|\b(?:appreciate\s+(?:it\s+)?|grateful\s+|obliged\s+|appreciated\s+)if\s+you\s+(?:could|would|can|were\s+able\s+to)\b|\b(?:great|good|nice|help(?:ful)?|kind)\s+if\s+you\s+(?:could|would)\b(?=[^.]*\bby\b)|\b(?:know|check|see|ask|confirm|tell\s+(?:me|us)|find\s+out)(?:\s+by\s+\S+)?\s+if\b|\bas\s+soon\s+as\s+possible\b|,?\s*\b(?:right|ok|okay|correct|deal)\s*\?\s*$|\bwhen\s+you\s+(?:can|get\s+a\s+(?:chance|minute|moment)|have\s+a\s+(?:chance|minute|moment))\b|\b(?:why\s+)?don[’']t\s+(?:worry|forget|you(?=\s+(?:just\s+)?(?:give|call|send|ring|phone|drop|come|e-?mail|forward)))\b|\bno\s+(?:problem|worries)(?:\s+at\s+all)?\b|(?<!\b(?:let\s+(?:you|me|us)\s+know|(?:get|come|circle|report)\s+back(?:\s+to\s+(?:you|me|us))?|(?:update|tell|inform|notify)\s+(?:you|me|us)|be\s+in\s+touch|follow\s+up|reply|respond|revert)\s+)\b(?:once|when|after|as\s+soon\s+as|until)\s+(?=\S)(?:(?!\b(?:each|every|any|you|your|yours|payments?|deposits?|orders?|signed|receiv\p{L}+|approved?|accept\p{L}*|it\s+ships|it\s+arrives)\b)[^,.;?]){2,50}(?=[,.;]|$)(?!,\s*(?:I|we)(?:[’']ll|\s+will|\s+shall)\s+(?:let\s+(?:you|me|us)\s+know|(?:get|come|circle|report)\s+back(?:\s+to\s+(?:you|me|us))?|(?:update|tell|inform|notify)\s+(?:you|me|us)|be\s+in\s+touch|follow\s+up|reply|respond|revert))|\bnot\s+only\b|\bhave\s+not\s+forgotten\b|\bno\s+later\s+than\b|\b(?:did|does|do)(?:\s+not|n[’']t)\s+(?:open|arrive|work|come\s+through|go\s+through|load)\b|\bnot\s+later\s+than\b/giu,
  never:
    /\b(?:every|each)\b|\bquestions?\s+to\b|(?:any|with)\s+(?:\S+\s+)?questions\b|\bweb\s?site\b|^(?:why|what|when|who|how|where|which)\b.*\?|\b(?:if|unless|once|whenever|in\s+case|should\s+you|provided|providing|assuming|suppose|as\s+soon\s+as|in\s+the\s+event|had\s+I|otherwise)\b|\b(?:when|after|until|before)\s+(?:you|we|I|they|he|she|it)\s(?!.*\bby\b)|\b(?:not|never|cannot|nobody|unable|no\s+need)\b|n[’']t\b|\b(?:might|maybe|perhaps|probably|possibly|would\s+have|should\s+have(?!\s+(?:our|the|your|it|an?|that|this|them|everything|something)\b)|could\s+have)\b|\b(?:was|were)\s+(?:going|about|planning|supposed)\s+to\b|\b(?:he|she|they|who|which|it)(?:\s+(?:said|says|told)|(?:[’']ll|\s+will)\s(?!.*\byou\b))|\b(?:hesitate|feel\s+free|any\s?time|some\s?(?:time|day)|at\s+your\s+convenience|happy\s+to\s+(?:help|send)|no\s+longer|usually|normally|always|click|unsubscribe|webinar|newsletter|subscri\p{L}+|privacy|disclaimer|confidential|intended\s+recipient)\b|\b(?:sa(?:id|ys)|told\s+(?:me|us|you)|claims?|claimed|reckons?|thinks?|hears?|heard|promised)\s+(?:that\s+)?(?:he|she|they|it|someone)(?:[’'](?:ll|d)|\s+(?:will|would|is|are))\b|\b(?:automatic|automated|auto)[\s-]+(?:reply|response|message|e-?mail)\b|\bout\s+of\s+(?:the\s+)?office\b|\byesterday\b[^,]*$|["“][^"”]*\b(?:I[’']ll|will)\b[^"”]*["”]/iu,
  question:
    /\?["”’)]?\s*$|^(?:why|what|when|who|how|where|which)\s+(?:will|would|can|could|do|does|did|is|are|should|shall|might)\b/iu,
  ways: [
    // You said you would send it.
    {
      by: 'reader',
      confidence: 0.8,
      ...any(
        `\\byou\\s+(?:said|mentioned|promised|offered|agreed)\\s+(?:that\\s+)?(?:you(?:[’']d|[’']ll|\\s+would|\\s+will|\\s+were\\s+going\\s+to|\\s+could)|to)\\s+`,
      ),
    },
    // We'll get it paid; I'll make sure that it gets sent.
    {
      by: 'writer',
      confidence: 0.8,
      pattern: re(
        `${we}${will}(?:get|have|make\\s+sure|see\\s+to\\s+it)\\s[^.,;]{1,40}?\\b(?<act>paid|settled|sent|shipped|delivered)\\b`,
      ),
    },
    // I'll send it; we are going to; my assistant will.
    { by: 'writer', confidence: 0.95, ...any(`${we}${will}`, `${first}${adverbs}`) },
    {
      by: 'writer',
      confidence: 0.9,
      ...any(`${ours}(?:[’']ll|\\s+will|\\s+shall)\\s+`, `${first}${adverbs}`),
    },
    // Will send it tomorrow; and will send it; I can send it by Friday.
    {
      by: 'writer',
      confidence: 0.85,
      ...any(`(?:^|[,.;–-]\\s*|\\b(?:and|but|so|then)\\s+)(?:will|shall|ill)\\s+`, `${first}${adverbs}`),
    },
    {
      by: 'writer',
      confidence: 0.8,
      onlyDated: true,
      ...any(
        `${we}\\s+(?:can|should\\s+be\\s+able\\s+to|am\\s+able\\s+to|aim\\s+to|plan\\s+to|expect\\s+to|intend\\s+to|hope\\s+to)\\s+`,
      ),
    },
    // My plan is to send it.
    {
      by: 'writer',
      confidence: 0.8,
      onlyDated: true,
      ...any(`\\b(?:my|our|the)\\s+(?:plan|goal|aim|intention)\\s+is\\s+to\\s+`),
    },
    {
      by: 'writer',
      confidence: 0.8,
      ...any(`\\b(?:let\\s+(?:me|us)|allow\\s+(?:me|us)\\s+to)\\s+(?!know\\b)`, `${first}${adverbs}`),
    },
    {
      by: 'writer',
      confidence: 0.8,
      onlyDated: true,
      pattern: re(`\\b(?:let[’']?s|we(?:[’']ll|\\s+will))\\s+(?<act>meet|talk|speak|catch\\s+up)\\b`, 'iu'),
      act: 'meeting',
    },
    {
      by: 'writer',
      confidence: 0.85,
      onlyDated: true,
      act: 'meeting',
      pattern: re('(?:^|[,:]\\s*|\\b(?:so|and)\\s+)(?<act>see\\s+you)\\b', 'iu'),
    },
    {
      by: 'writer',
      confidence: 0.85,
      onlyDated: true,
      act: 'call',
      pattern: re('(?:^|[,:]\\s*|\\bso\\s+)(?<act>(?:talk|speak)\\s+to\\s+you)\\b', 'iu'),
    },
    // Sending you the brochure later today; quote to follow.
    {
      by: 'writer',
      confidence: 0.7,
      onlyDated: true,
      pattern: re(`^(?<act>(?:send|forward|e-?mail|ship|gett)ing)\\s+(?:you|it|the|over)\\b`, 'iu'),
    },
    {
      says: 'send the *',
      by: 'writer',
      confidence: 0.75,
      act: 'send',
      pattern: re(
        '(?<act>\\b(?:quote|quotation|proposal|contract|invoice|report|details|draft|document)s?)\\s+(?:to\\s+follow|will\\s+follow)',
        'iu',
      ),
    },
    // I still owe you the case study; I will have more updates tomorrow.
    {
      says: 'send',
      by: 'writer',
      confidence: 0.75,
      act: 'send',
      pattern: re(
        `${we}\\s+(?:still\\s+|do\\s+|also\\s+)?(?<act>owe)\\s+you\\s+(?:an?|the|that|some|those)\\s+(?!lot\\b|favou?r|beer|drink|coffee|lunch|apolog|thank|big|huge)`,
      ),
    },
    {
      says: 'send',
      by: 'writer',
      confidence: 0.75,
      act: 'send',
      onlyDated: true,
      pattern: re(
        `${we}${will}(?<act>have)\\s+(?:(?:an?|the|some|more|your|further|our|final)\\s+){0,2}(?:\\S+\\s+)?(?:updates?|answers?|news|numbers|figures|drafts?|quotes?|reports?|proposals?|details|info(?:rmation)?|results?|estimates?|pricing)\\b`,
      ),
    },
    // You'll have it from me by Friday; you will hear from us.
    {
      says: 'get back to you',
      by: 'writer',
      confidence: 0.85,
      act: 'answer',
      pattern: re(
        `\\byou(?:[’']ll|\\s+will|\\s+shall)\\s+(?<act>hear)\\s+(?:back\\s+)?from\\s+(?:us|me)\\b`,
        'iu',
      ),
    },
    {
      says: 'send',
      by: 'writer',
      confidence: 0.85,
      act: 'send',
      pattern: re(
        `\\b(?:you(?:[’']ll|\\s+will|\\s+shall|\\s+should)\\s+|^)(?<act>have|get|receive|expect)\\s(?=[^.;]{2,60}?(?:\\bfrom\\s+(?:me|us|our)\\b|\\bby\\s+${day}|\\b${day}))`,
        'iu',
      ),
      onlyDated: true,
    },
    // The payment will be made on Friday.
    {
      says: 'settle the *',
      by: 'writer',
      confidence: 0.8,
      onlyDated: true,
      pattern: re(
        '(?<act>\\b(?:payment|deposit|balance|invoice|refund|money|amount)s?)(?:\\s+\\S+){0,3}?\\s+will\\s+be\\s+(?:made|sent|paid|transferred|wired|settled|processed)\\b',
        'iu',
      ),
      act: 'payment',
    },
    {
      says: 'ship the *',
      by: 'writer',
      confidence: 0.75,
      onlyDated: true,
      pattern: re(
        '(?<act>\\b(?:order|parts?|units?|samples?|goods|pallets|shipment|cargo|containers?|consignment|equipment|machines?|material)s?)(?:\\s+\\S+){0,3}?\\s+will\\s+be\\s+(?:sent|shipped|delivered|dispatched|couriered|loaded)\\b',
        'iu',
      ),
      act: 'order',
    },
    {
      says: 'send the *',
      by: 'writer',
      confidence: 0.75,
      onlyDated: true,
      pattern: re(
        '(?<act>\\b(?:contract|agreement|report|draft|document|quote|proposal|offer|minutes|slides|pricing|estimate|invoice|statement|summary|file)s?)(?:\\s+\\S+){0,3}?\\s+(?:(?:will|shall|should)\\s+be\\s+(?:sent|e-?mailed|forwarded|provided|circulated|issued|shared|posted|couriered|submitted|(?:back\\s+)?with\\s+you)|(?:will\\s+|should\\s+)?(?:lands?|hits?|be|arrives?)\\s+in\\s+your\\s+(?:inbox|mailbox))\\b',
        'iu',
      ),
      act: 'send',
    },
    // Please send it; could you send it; would you mind sending it.
    {
      by: 'reader',
      confidence: 0.85,
      asks: true,
      ...any(`(?<!\\p{L})(?:please|pls|plz|kindly)\\s+(?:(?:also|just|do|then|\\p{L}+ly)\\s+)?`, first),
    },
    {
      by: 'reader',
      confidence: 0.85,
      asks: true,
      ...any(
        `(?<!\\p{L})(?:could|can|would|will)\\s+(?:you|u|someone|somebody|anyone|one\\s+of\\s+you|your\\s+team)\\s+`,
        '(?:(?:please|pls|kindly|also|maybe|possibly|perhaps|be\\s+able\\s+to|be\\s+so\\s+kind\\s+(?:as\\s+)?to|mind|just)\\s+){0,3}',
      ),
    },
    {
      by: 'reader',
      confidence: 0.8,
      ...any(
        `\\b(?:appreciate\\s+(?:it\\s+)?|grateful\\s+|obliged\\s+|appreciated\\s+|great\\s+|good\\s+|nice\\s+|help(?:ful)?\\s+|kind\\s+)if\\s+you\\s+(?:could|would|can|were\\s+able\\s+to)\\s+`,
      ),
    },
    // She will send them to you.
    {
      by: 'writer',
      confidence: 0.75,
      ...any(`\\b(?:he|she|they)(?:[’']ll|\\s+will)\\s+`, adverbs, `(?=[^.;]*\\byou\\b)`),
    },
    // Your order will ship on Tuesday; draft coming your way.
    {
      says: 'ship the *',
      by: 'writer',
      confidence: 0.75,
      onlyDated: true,
      act: 'order',
      pattern: re(
        '\\b(?:your|the)\\s+(?:\\p{L}+\\s+)?(?<act>order|parts?|units?|samples?|goods|pallets|shipment|cargo|containers?|consignment|equipment|machines?|material)\\s+(?:will|should)\\s+(?:ship|arrive|leave|go\\s+out|be\\s+with\\s+you|reach\\s+you)\\b',
      ),
    },
    {
      says: 'send the *',
      by: 'writer',
      confidence: 0.7,
      onlyDated: true,
      act: 'send',
      pattern: re(
        '^(?:the\\s+|your\\s+)?(?<act>quote|quotation|proposal|offer|contract|invoice|report|details|drafts?|document|po|purchase\\s+order|slides|deck|files?)\\s+(?:is\\s+|are\\s+)?(?:coming|on\\s+(?:its|the|their)\\s+way)\\b',
      ),
    },
    // Why don't you give me a call; can we get a report; do you mind sending it.
    {
      by: 'reader',
      confidence: 0.75,
      asks: true,
      ...any(`\\bwhy\\s+don[’']t\\s+you\\s+(?:just\\s+)?`, '', `(?=[^.;?]*\\b(?:me|us)\\b|\\s*[.?])`),
    },
    {
      says: 'send',
      by: 'reader',
      confidence: 0.7,
      act: 'send',
      asks: true,
      pattern: re(
        '\\b(?:could|can|may|might)\\s+(?:I|we)\\s+(?:please\\s+|also\\s+)?(?<act>get|have|see|receive)\\s+(?:(?:an?|the|your|some|that|updated|copy|of)\\s+)*(?:\\p{L}+\\s+)?(?:reports?|copy|copies|quotes?|quotation|pricing|price\\s+list|invoices?|contracts?|files?|documents?|breakdown|details|statement|proposal|estimate|agreement|forms?|certificates?|receipt|confirmation)\\b',
      ),
    },
    {
      by: 'reader',
      confidence: 0.8,
      asks: true,
      ...any(`(?:^|[,.;–-]\\s*|\\bdo\\s+you\\s+)(?:would\\s+you\\s+)?mind\\s+(?=\\p{L}+ing\\b)`, ''),
    },
    {
      says: 'give your *',
      by: 'reader',
      confidence: 0.75,
      act: 'answer',
      onlyDated: true,
      pattern: re(
        '\\b(?:appreciate|await|need|look(?:ing)?\\s+forward\\s+to)\\s+your\\s+(?:\\S+\\s+)?(?<act>reply|response|confirmation|feedback|answer|comments|input|decision)\\b',
      ),
    },
    {
      by: 'reader',
      confidence: 0.75,
      onlyDated: true,
      pattern: re(
        '^(?:(?:hi|hello|dear|ok|okay|so|then|thanks|sure|great)[^,.]{0,25}[,.:]?\\s+)?(?<act>lmk|let\\s+(?:me|us)\\s+know(?!\\s+(?:if|should|when|once|how\\s+we))|get\\s+back\\s+to\\s+(?:me|us)|confirm|sign|return|submit|send|provide|forward)(?=\\s)',
      ),
    },
    // I'd like to ask you to send it; remember to send it; any chance you could.
    {
      by: 'reader',
      confidence: 0.8,
      asks: true,
      ...any(
        `\\b(?:(?:ask|asking|request|requesting|remind|want|need|like)\\s+you|you\\s+are\\s+(?:kindly\\s+)?(?:requested|asked|required))\\s+to\\s+`,
      ),
    },
    {
      by: 'reader',
      confidence: 0.8,
      ...any(
        `(?:^|[,;–-]\\s*)(?:and\\s+)?(?:please\\s+)?(?:don[’']t\\s+forget|remember|be\\s+sure|make\\s+sure)\\s+to\\s+`,
        '',
      ),
    },
    {
      by: 'reader',
      confidence: 0.75,
      asks: true,
      ...any(
        `\\b(?:any\\s+chance|possible|possibility)\\s+(?:that\\s+)?(?:you\\s+(?:could|can)|for\\s+you\\s+to|to)\\s+`,
      ),
    },
    // You are going to send us the drawings by Friday.
    {
      by: 'reader',
      confidence: 0.8,
      asks: true,
      onlyDated: true,
      pattern: re(
        `\\byou\\s+(?:are\\s+going\\s+to|will|[’']ll)\\s+(?<act>${send}|${call}|${pay})(?=[^.;]*\\b(?:me|us|our)\\b)`,
        'iu',
      ),
    },
    // I send you the packing list tomorrow.
    {
      by: 'writer',
      confidence: 0.75,
      onlyDated: true,
      pattern: re(
        `${we}\\s+(?<act>(?:send|e-?mail|forward|call|ring|pay)(?=\\s+you\\b)|give\\s+you\\s+a\\s+call)`,
      ),
    },
    // Call me Tuesday at 3; give me a call; send me the deck.
    {
      by: 'reader',
      confidence: 0.85,
      pattern: re(
        '^(?:(?:hi|hello|dear|ok|okay|so|then|thanks|sure|great)[^,.]{0,25}[,.:]?\\s+)?(?:just\\s+)?(?<act>(?:call|ring|phone|email|send|forward|get|drop|try|reach|shoot|ping)(?=\\s+(?:me|us)\\b(?!\\s*[:：]|\\s+(?:at|on)?\\s*[+(]?\\d[\\d\\s()-]{5}))|give\\s+(?:me|us)\\s+a\\s+(?:call|ring|shout|buzz|bell|tinkle))',
        'iu',
      ),
    },
    // We need the form from you by tomorrow; we would need a quotation from you.
    {
      says: 'send',
      by: 'reader',
      confidence: 0.75,
      act: 'send',
      pattern: re(
        `(?:^|\\b(?:I|we)(?:[’']d|[’']ll|\\s+would|\\s+will)?\\s+)(?:also\\s+|still\\s+)?(?<act>need|require|want|expect|await)\\s+(?!to\\b|you\\b)[^.;]{2,60}?\\b(?:from\\s+(?:you|your)\\b|by\\s+(?:${day}|noon))`,
        'iu',
      ),
    },
    {
      says: 'send',
      by: 'reader',
      confidence: 0.75,
      act: 'send',
      onlyDated: true,
      pattern: re(
        "\\b(?:I|we)(?:[’']d|\\s+would)\\s+(?:like|love|need)\\s+to\\s+(?<act>see|have|get|receive)\\s+(?:an?|the|your|some)\\s",
        'iu',
      ),
    },
    {
      says: 'send',
      by: 'reader',
      confidence: 0.75,
      act: 'send',
      onlyDated: true,
      pattern: re(
        '\\blook(?:ing)?\\s+forward\\s+to\\s+(?<act>receiving|getting|seeing)\\s+(?:your|the|a)\\b',
        'iu',
      ),
    },
    {
      says: 'give your *',
      by: 'reader',
      confidence: 0.75,
      act: 'answer',
      onlyDated: true,
      pattern: re(
        '^your\\s+(?<act>feedback|reply|answer|response|confirmation|comments)\\b[^.]*\\bappreciated\\b',
        'iu',
      ),
    },
    // We'll cut the check in two weeks: whatever it is, it is for the reader, or has its deadline.
    {
      by: 'writer',
      confidence: 0.6,
      onlyDated: true,
      pattern: re(
        `${we}(?:[’']ll|\\s+will|\\s+shall)\\s+(?:also\\s+|then\\s+)?(?!(?:be|have|see|need|want|know|think|hope|wait|miss|love|enjoy|fly|travel|go|leave|return|start|look|keep|continue|remain|stay|assume|discuss|try|use|join|hear|receive|get|take\\s+(?:a|the)?\\s*(?:day|time|vacation|leave))\\b)(?<act>\\p{L}{3,})(?=[^.;?!]*(?:\\byour?\\b|\\bby\\s+${day}|\\b(?:with)?in\\s+(?:\\d+|an?|one|two|three)\\s+(?:\\p{L}+\\s+)?(?:hour|day|week|month)))`,
      ),
    },
  ],
  acts: [
    [
      'answer',
      /^(?:(?:get|come|circle|write|report)\s+back|revert|lmk|let\s+\p{L}+\s+know|confirm|repl|respond|advise|acknowledge|find\s|check|ask|verify|clarify|review|look\s|run\s|hear|inform|notify|tell|update\s+(?:you|me|us)$)/iu,
    ],
    ['call', /^(?:call|phone|ring|dial|bell|speak|talk|try|reach|catch|give\s+\p{L}+\s+(?:a|another)\s)/iu],
    [
      'introduction',
      /^(?:introduc|connect|put(?:ting)?\s+(?:you|me|us)\s|hook|link|loop|mak(?:e|ing)\s+(?:an?|the)\s+intro)/iu,
    ],
    ['meeting', /^(?:meet|see\s|visit|join|be\s|come\s|stop\s)/iu],
    [
      'payment',
      re(
        `^(?:pay|paid|settle|wire|transfer|remit|reimburse|refund|clear|t/?t$|releas|process|(?:mak|arrang|effect|initiat).*${money})`,
      ),
    ],
    ['order', /^(?:plac|issu|arriv|go\s+ahead|order|ship|dispatch|deliver|load|collect|pick|hand\s+over)/iu],
    [
      'make',
      /^(?:quote|prepar|draft|put|writ|creat|revis|finali|sign|complet|finish|work|draw|knock|come\s+up)/iu,
    ],
    [
      'send',
      /^(?:(?:re-?)?sen[dt]|furnish|forward|fwd|e-?mail|mail|shar|submit|provid|suppl|return|drop|pass|shoot|ping|fire|flick|zip|bounce|slide|pop|hand|bring|turn|get(?:ting)?$|have$|let|give)/iu,
    ],
    ['do', /./u],
  ],
  nouns: [
    [
      'quote',
      /\b(?:quot(?:e|es|ation|ations)|pric(?:e|es|ing)(?!\s+list)|proposals?|offers?|estimates?|rates)\b/iu,
    ],
    ['answer', /\b(?:comments|feedback|answers?|repl(?:y|ies)|decision|confirmation|thoughts|input)\b/iu],
    ['payment', /\b(?:payments?|deposit|refund|money|funds|paid|wired)\b/iu],
    [
      'order',
      /\b(?:purchase\s+orders?|p\.?o\.?s?|orders?|deliver(?:y|ies)|samples?(?!\s+report)|units?|parts|goods|shipment|pallets)\b/iu,
    ],
    ['meeting', /\b(?:demo|meetings?|visit|session|walk-?through|appointment)\b/iu],
    ['call', /\b(?:calls?)\b/iu],
    [
      'document',
      /\b(?:contracts?|contarct|agreements?|nda|documents?|docs?|files?|reports?|slides?|decks?|presentations?|brochures?|specs?|specifications?|drafts?|copy|copies|invoices?|minutes|forms?|drawings?|certificates?|lists?|datasheets?|data\s+sheets?|white\s+papers?|case\s+stud(?:y|ies)|plans?|letters?|amendments?|questionnaires?|attachments?|logos?|summar(?:y|ies)|details|information|info)\b/iu,
    ],
  ],
  clauseStart: null,
  day: re(`\\b${day}`),
  deadline: re(
    `\\b(?:by|before|until|within|no\\s+later\\s+than)\\s+(?:noon|close\\s+of|the\\s+(?:end|next)|(?:\\d+|an?|one|two|three|four|five|six|seven|ten)\\s|${day})[^.;?!]*$|\\bgive\\s+(?:me|us)\\s+(?:until|till|\\d|an?\\s|one|two|three)[^.;?!]*$`,
  ),
  clauseEnd:
    /[;]|\s[–—]\s|,?\s+(?:and|but|so|then|which|because|since)\s+(?:I|we|you|he|she|they|it)\b|(?<!\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap]\.m|[ap]m|no|approx))\.\s/iu,
  title: 'from-act',
  titleEnd: re(
    `\\s*[,;(?!]|\\.(?:\\s|$)|\\s+(?:to\\s+follow|will|be|have|by|before|until|no\\s+later|not\\s+later|on|at|in|within|from|so|as|because|which|where|whether|in\\s+order|and|tomorrow|tmrw|tonight|today|later|this\\s+(?:week|afternoon|morning|evening)|next|end\\s+of|early|asap|latest|promise|instead|${day})(?![\\p{L}])`,
  ),
  titleLess: /\b(?:please|over|across)\b/giu,
  pronouns: /\b(?:you|me|us|u)\b/giu,
  titles: [],
  done: /\b(?:attached|enclosed|attaching|enclosing|here(?:[’']s|\s+(?:is|are|comes?|you\s+go|you\s+are))|as\s+(?:promised|agreed|discussed|requested)|please\s+find|below\s+(?:is|are|you)|(?:have|has|[’']ve)\s+(?:just\s+|now\s+|already\s+)?(?:been\s+)?(?:sent|e-?mailed|forwarded|shared|paid|wired|settled|shipped|dispatched|placed|issued|transferred|made|called|ordered|confirmed|updated|fixed|resolved|done|completed|finished|set\s+up|introduced|signed|extended|reset|activated|installed)|(?:is|are|was|were|been)\s+(?:now\s+|just\s+)?(?:done|paid|wired|shipped|fixed|ready|sent|placed|issued|transferred|live|completed?|extended|activated|on\s+(?:its|the|their)\s+way)|(?:just|I|we)\s+(?:just\s+)?(?:sent|e-?mailed|paid|wired|shipped|placed|issued|transferred|updated|fixed|signed|extended|reset))\b/iu,
  undone:
    /\b(?:not|never|cannot|unable|nothing|if|unless|once|until|should\s+have|would\s+have|will|shall|going\s+to|would|could|please\s+(?:send|sign|return|fill|confirm)|your\s+(?:attached|attachment)|last\s+(?:week|month|year)|(?:for|to)\s+your\s+(?:old|previous)|old|previous|earlier|wrong|another|someone\s+else|they|he|she)\b|n[’']t\b|[’']ll\b|\?\s*$/iu,
  pending:
    /\b(?:still|yet|meantime|meanwhile|follows?\b(?!\s+up)|following\s+(?:later|separately|soon|shortly)|waiting|working\s+on|underway|in\s+progress|under\s+review|taking\s+longer|later|soon|shortly|tomorrow|next\s+(?:week|month)|will|shall|going\s+to|need(?:s|ed)?\s+to|has\s+to|have\s+to|cannot|delayed|postponed|pushed\s+back|coming\s+(?:later|soon|next))\b|(?<!\p{L})(?:is|are|was|has|have|had|did|do|does|could|wo|ca)n[’']t\b|[’']ll\b/iu,
};

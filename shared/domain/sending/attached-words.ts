/** What says that a file comes along, a language each; `not`: what sounds like it and speaks of other files, or of none. */
export type AttachedWords = { says: RegExp; not?: RegExp };

export const attachedWords: Record<string, AttachedWords> = {
  en: {
    says: /\b(?:attach(?:ed|ing)|(?:i|we)(?:'ve|'ll|’ve|’ll| have| will)? attach|in the attachments?|see (?:the )?attachments?|(?:as|with) (?:an )?attachments?|attachments? (?:below|here)|(?:is|are|please find|i(?:'ve|’ve| have)?|we(?:'ve|’ve| have)?) enclosed|enclosed (?:is|are|please|you))\b/giu,
    not: /\b(?:you(?:'ve|’ve| have)? (?:just )?attach(?:ed)?|(?:your|his|her|their|no|any|without|previous|earlier) (?:\p{L}+ )?attach(?:ed|ments?)|(?:not|n't|n’t|never|nothing|strings?|get|got|become|became|very|so|emotionally) attached|attached to (?:my|your|his|her|their|the|our) (?:previous|last|earlier|original|mail|e-?mail)|(?:you|he|she|they) enclosed)\b/giu,
  },
  // Both scripts in one: a negation in one script beside a word of both would else be missed.
  zh: {
    says: /附件|附檔|附上|夾帶|随信附|隨信附|如附|見附|见附|檢附|附在|附了|附[图圖]|附表/gu,
    not: /(?:[没沒]有?|[无無]|不含|不[带帶]|收到|看了|看到|打[开開]|[您你](?:的|[发發寄]的)|[贵貴]司的|上次的?|上封[邮信]件?的?)[^，。；,.;\n]{0,6}附[件檔]|附[件檔][已都]?收到/gu,
  },
  de: {
    says: /(?<!\p{L})(?:im anhang|angehängt|angefügt|hänge ich|hängen wir|anbei|beigefügt|beiliegend|(?:in der|als) anlage)(?!\p{L})/giu,
    not: /(?<!\p{L})(?:(?:dein|ihr|euer|kein|ohne)(?:e[nmrs]?)? anhang|nicht angehängt|(?:du|sie) (?:mir|uns) angehängt)(?!\p{L})/giu,
  },
  fr: {
    says: /(?<!\p{L})(?:ci-joint(?:e?s?)?|en pièces? jointes?|je (?:vous |te )?joins|nous (?:vous )?joignons|en annexe)(?!\p{L})/giu,
    not: /(?<!\p{L})(?:votre|ta|vos|tes|sans) pièces? jointes?(?!\p{L})/giu,
  },
  es: {
    says: /(?<!\p{L})(?:(?:te|le|les|os) adjunto|adjunt(?:o|amos|é)|en (?:el )?(?:archivo )?adjunto|archivos? adjuntos?|va adjunt[oa]|como adjunto)(?!\p{L})/giu,
    not: /(?<!\p{L})(?:tu|su|sus|tus|sin|ningún) (?:archivos? )?adjuntos?(?!\p{L})/giu,
  },
};

/** More of a mail is not read; who promises says so before. */
const longestText = 20_000;
const mostSentences = 400;

/** A full stop that ends no sentence: "10 a.m. on", "No. 5", "Nov. 26", "e.g. this". */
const abbreviation =
  /(?:^|[\s(])(?:[a-z]|[ap]\.m|e\.g|i\.e|vs|etc|no|nr|mr|mrs|ms|dr|st|inc|ltd|co|approx|resp|bzw|ca|tel|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/i;
/** Line breaks inside a sentence are those of mail programs, which break lines of this length. */
const wrapped = 50;

/** The sentences of a text in any language, in their order. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const paragraph of paragraphsOf(text.slice(0, longestText))) {
    let from = 0;
    const end = (to: number): void => {
      const sentence = paragraph.slice(from, to).trim();
      if (sentence !== '' && found.length < mostSentences) found.push(sentence);
      from = to;
    };
    for (const { index, 0: mark } of paragraph.matchAll(/[。！？；][”』」’"]?|[.!?;]+["”’)]?(?=\s|$)/gu)) {
      const to = index + mark.length;
      const before = paragraph.slice(Math.max(from, to - 10), to);
      const isTime = /[ap]\.?m\.$/i.test(before);
      // After "10 a.m." a capital begins another one.
      if (mark === '.' && abbreviation.test(before) && !(isTime && /^\s+\p{Lu}/u.test(paragraph.slice(to))))
        continue;
      end(to);
    }
    end(paragraph.length);
  }
  return found;
}

/** Lines that belong together as one. */
function paragraphsOf(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const trimmed = line.trim();
    const begins = /^(?:[-*•·–]\s|\d{1,2}[.)、]\s?)/u.test(trimmed);
    if (open !== '' && (trimmed === '' || begins)) {
      found.push(open);
      open = '';
    }
    if (trimmed === '') continue;
    open = open === '' ? trimmed : `${open} ${trimmed}`;
    if (line.trimEnd().length >= wrapped) continue;
    found.push(open);
    open = '';
  }
  if (open !== '') found.push(open);
  return found;
}

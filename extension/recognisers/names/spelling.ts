/** One spelling for the many of a name: "Katie", "Kathy" and "Káti" are looked up as "kati". */
export function spelling(word: string): string {
  return plainLetters(word)
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck/g, 'k')
    .replace(/c(?=[aoulrkt]|$)/g, 'k')
    .replace(/(?:ie|ey|ee)$/, 'i')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/gu, '$1');
}

const letters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Small letters without accents. */
export function plainLetters(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .replace(/[øłđðıßæœþ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '');
}

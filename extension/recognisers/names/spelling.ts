/** One spelling for the many of a name: "Katie", "Kathy" and "Káti" are looked up as "kati". */
export function spelling(word: string): string {
  let text = plainLetters(word);
  if (text.includes('h')) text = text.replaceAll('ph', 'f').replaceAll('th', 't');
  if (text.includes('c')) text = text.replaceAll('ck', 'k').replace(/c(?=[aoulrkt]|$)/g, 'k');
  if (/(?:ie|ey|ee)$/.test(text)) text = `${text.slice(0, -2)}i`;
  if (text.includes('y')) text = text.replaceAll('y', 'i');
  for (let at = 1; at < text.length; at++)
    if (text.charCodeAt(at) === text.charCodeAt(at - 1)) return text.replace(/(.)\1+/gu, '$1');
  return text;
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

const han = /\p{Script=Han}/u;
export const isHan = (text: string): boolean => han.test(text);

/** Up to two letters; of a Han name the family name, since its parts are not told apart by spaces. */
export function initials(name: string): string {
  const trimmed = name.trim();
  const first = Array.from(trimmed)[0] ?? '?';
  if (isHan(first)) return first;
  const words = trimmed.split(/[\s@._-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word ? Array.from(word)[0] : '',
  );
  return (letters.join('') || first).toLocaleUpperCase();
}

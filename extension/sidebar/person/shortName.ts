/** Names of two or three signs, which people say whole. */
const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What a colleague would call them: the given name where it is known or spaces tell it apart, else the whole name. */
export function shortName(name: string, givenName: string | null = null): string {
  const whole = name.trim();
  if (eastern.test(whole)) return whole;
  if (givenName) return givenName;
  // "Lovelace, Ada" is how directories write it.
  const given = whole.includes(', ') ? whole.slice(whole.indexOf(', ') + 2) : whole;
  const first = given.split(/\s+/u)[0] ?? whole;
  return /^(dr|prof|mr|mrs|ms|herr|frau|mme)\.?$/iu.test(first) ? whole : first;
}

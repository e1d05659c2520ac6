const han = /\p{Script=Han}/u;

/** What a colleague would call them: the given name where spaces tell it apart, else the whole name. */
export function shortName(name: string): string {
  const whole = name.trim();
  if (han.test(whole)) return whole;
  // "Lovelace, Ada" is how directories write it.
  const given = whole.includes(', ') ? whole.slice(whole.indexOf(', ') + 2) : whole;
  const first = given.split(/\s+/u)[0] ?? whole;
  return /^(dr|prof|mr|mrs|ms|herr|frau|mme)\.?$/iu.test(first) ? whole : first;
}

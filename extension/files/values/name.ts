/** Scripts that write the family name first and put nothing between. */
const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const latin = /\p{Script=Latin}/u;

/** One name of its parts, as their script writes it: `陈` + `小明` is 陈小明, `Ada` + `Lovelace` Ada Lovelace. */
export function joinName(given: string | null, middle: string | null, family: string | null): string | null {
  const parts = [given, middle, family].flatMap((part) => (part ? [part] : []));
  if (parts.length === 0) return null;
  const isEastern = parts.every((part) => eastern.test(part) && !latin.test(part));
  return isEastern ? [family, middle, given].join('') : parts.join(' ');
}

const turned = /^([^,]+),\s+([^,]+)$/;

/** Whether a column writes "Lovelace, Ada": most of it does. */
export function isTurned(names: readonly string[]): boolean {
  const filled = names.filter((name) => name.trim() !== '');
  return filled.length > 0 && filled.filter((name) => turned.test(name.trim())).length > filled.length * 0.6;
}

/** "Lovelace, Ada" as she is called, and its parts. */
export function turnName(name: string): { given: string; family: string } | null {
  const parts = turned.exec(name.trim());
  return parts ? { given: (parts[2] ?? '').trim(), family: (parts[1] ?? '').trim() } : null;
}

/** `https://linkedin.com/in/ada-lovelace-1a2b3c` is somebody called "Ada Lovelace". */
export function nameOfProfile(url: string): string | null {
  const words = (url.split('/').at(-1) ?? '').split(/[._-]+/).filter((word) => /^\p{L}+$/u.test(word));
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || null;
}

/** `ada.lovelace@acme.com` is called "Ada Lovelace" until somebody says better. */
export function nameOfAddress(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@')).replace(/\+.*$/, '');
  const words = local.split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;
}

import { emailKey, emailParts } from '../email.ts';

/** Why a display name must not be believed: it poses as another address, or hides what it is made of. */
export const nameDoubts = ['other-address', 'hidden-characters'] as const;
export type NameDoubt = (typeof nameDoubts)[number];

/**
 * Marks that turn the direction of writing, and characters that show nothing. Joiners belong to words of Arabic and
 * Indic scripts, variation selectors to ideographs and emoji.
 */
const hidden =
  /(?![\t\n\r]|\u200c|\u200d|[\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const hiddenAll = new RegExp(hidden.source, 'gu');
const inEmoji = /\p{Extended_Pictographic}(?:\ufe0e|\ufe0f)/gu;
/** Look-alikes of `@` that pass for an address: full width, small form. */
const addressLike = /[^\s<>"'()[\],;:@＠﹫]{1,64}[@＠﹫][^\s<>"'()[\],;:@＠﹫]{1,255}/gu;

/** Doubts about the name that somebody wrote before an address; null for an honest one. A name is never matched in any case. */
export function nameDoubt(name: string | null, email: string): NameDoubt | null {
  if (!name) return null;
  const text = name.slice(0, 1_000).replace(inEmoji, '');
  if (hidden.test(text)) return 'hidden-characters';
  const own = emailKey(email)?.value;
  for (const found of text.normalize('NFKC').match(addressLike) ?? []) {
    const named = found.replace(/[.]+$/, '');
    // "Ada @ Acme" and "@ada" are no addresses.
    if (emailParts(named) && emailKey(named)?.value !== own) return 'other-address';
  }
  return null;
}

/** A name as it may be shown and kept: without hidden characters; null where nothing else is left, or it is an address. */
export function plainName(name: string | null): string | null {
  if (!name) return null;
  const text = name.slice(0, 1_000).replace(hiddenAll, '').replace(/\s+/gu, ' ').trim();
  return text === '' || /^[^\s@＠﹫]+[@＠﹫][^\s@＠﹫]+$/u.test(text) ? null : text;
}

/** The name to show and keep beside an address: none that poses as another address. */
export const honestName = (name: string | null, email: string): string | null =>
  nameDoubt(name, email) === 'other-address' ? null : plainName(name);

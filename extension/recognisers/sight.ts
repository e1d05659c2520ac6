import { domainKey, hostOf } from '../../shared/identity/domain.ts';
import { emailKey } from '../../shared/identity/email.ts';
import { isFreeMailDomain } from '../../shared/identity/free-mail.ts';
import type { IdentityKey } from '../../shared/identity/key.ts';
import { phoneKey } from '../../shared/identity/phone.ts';
import { profileKey } from '../../shared/identity/profile.ts';
import {
  type Evidence,
  type Seen,
  type Sighting,
  type SightingField,
  sightingFields,
} from '../../shared/identity/sighting.ts';
import { bounds } from './recogniser.ts';
import { visible } from './visible.ts';

/** Facts as they stood, before they are keys. */
export type Facts = {
  kind: Sighting['kind'];
  emails?: readonly string[];
  phones?: readonly string[];
  /** Pages about or of the one seen: profiles become keys, of companies the site too. */
  urls?: readonly string[];
  /** The same one elsewhere: profiles become keys, and other pages nothing. */
  profiles?: readonly string[];
} & Partial<Record<SightingField, string | undefined>>;

/** One line, bounded: what a field holds. */
export const clean = (text: string | null | undefined): string =>
  text
    ? visible(text.slice(0, bounds.field * 2))
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, bounds.field)
    : '';

/** A name as markup gives it; none where a whole block was marked as one: an address, a number, a sentence. */
export function plausibleName(text: string | undefined): string | undefined {
  const name = clean(text);
  const isBlock =
    name.length > 120 ||
    name.split(' ').length > 12 ||
    /\d[\d ().-]{6,}\d/.test(name) ||
    /\b\d{1,5} [^\d]{3,60}\d{4,}/.test(name) ||
    /,.*\d{4,}/.test(name);
  return name && !isBlock ? name : undefined;
}

/**
 * Makes a sighting of facts from one source; null where nothing of use is left of them.
 * @param at where they stood, a number of `Page.places`
 */
export function sight(facts: Facts, source: Evidence, confidence: number, at?: number): Sighting | null {
  const seen = <T>(value: T): Seen<T> => ({ value, source, confidence, ...(at === undefined ? {} : { at }) });
  const keys: Seen<IdentityKey>[] = [];
  const add = (key: IdentityKey | null): void => {
    if (key && !keys.some((seen) => seen.value.kind === key.kind && seen.value.value === key.value)) {
      keys.push(seen(key));
    }
  };
  for (const email of facts.emails ?? []) add(emailKey(email));
  for (const phone of facts.phones ?? []) add(phoneKey(phone));
  for (const url of facts.urls ?? []) {
    const profile = profileKey(url);
    add(profile ?? (facts.kind === 'company' && /^https?:/i.test(url) ? companyDomain(url) : null));
  }
  for (const url of facts.profiles ?? []) add(profileKey(url));
  const fields: Sighting['fields'] = {};
  const phone = facts.phone ?? facts.phones?.[0];
  for (const name of sightingFields) {
    const value = clean(name === 'phone' ? phone : facts[name]);
    if (value) fields[name] = seen(value);
  }
  return fields.name || keys.length > 0 || fields.phone ? { kind: facts.kind, keys, fields } : null;
}

/** The domain of a company's own page; none for a mail provider's or a profile site's. */
export function companyDomain(url: string): IdentityKey | null {
  const host = hostOf(url);
  return host && !isFreeMailDomain(host) ? domainKey(host) : null;
}

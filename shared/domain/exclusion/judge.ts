import { emailKey } from '../../identity/email.ts';
import type { Id } from '../../kit/id.ts';
import type { Exclusion } from '../rows.ts';
import { type QuietKind, quietHost, quietPage } from './quiet.ts';
import { siteOf } from './site.ts';

/**
 * Why something is not looked at or not logged. `default`: nobody said so, it is of a kind that is left alone.
 * `value`: what a rule would have to name to lift it, or names.
 */
export type Refusal =
  | { why: 'default'; kind: QuietKind; value: string }
  | { why: 'rule'; id: Id; subject: Exclusion['subject']; value: string; team: boolean; note: string | null };

type Rule = Pick<Exclusion, 'id' | 'subject' | 'value' | 'effect' | 'note' | 'privateTo'>;

/** A host and those above it, as far as two labels: `a.b.example.com`, `b.example.com`, `example.com`. */
export function hostsAbove(host: string): string[] {
  // An address literal has nothing above it.
  if (/^\[|^[\d.]+$/.test(host)) return [host];
  const labels = host.split('.').slice(-8);
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, at) => labels.slice(at).join('.'));
}

/**
 * The word that counts: the team's before one's own, of each the one about the narrowest, of two alike `never`. The
 * team's `allow` lifts a default for everybody, and still leaves everybody their own `never`. [X2]
 * @param names what it may be called, the narrowest first
 */
function heard(
  rules: readonly Rule[],
  names: readonly (readonly [Exclusion['subject'], string])[],
): Rule | null {
  let allowed: Rule | null = null;
  for (const team of [true, false]) {
    const said = names
      .map(([subject, value]) =>
        rules.filter(
          (rule) => rule.subject === subject && rule.value === value && (rule.privateTo === null) === team,
        ),
      )
      .find((found) => found.length > 0);
    const word = said?.find(({ effect }) => effect === 'never') ?? said?.[0];
    if (word?.effect === 'never') return word;
    allowed ??= word ?? null;
  }
  return allowed;
}

const refusalOf = (rule: Rule): Refusal => {
  const { id, subject, value, note, privateTo } = rule;
  return { why: 'rule', id, subject, value, team: privateTo === null, note };
};

/** Whether a page is left alone, and why. @param rules the team's and one's own; nobody else's */
export function judgePage(url: string, rules: readonly Rule[]): Refusal | null {
  // A page of the browser itself is not ours to refuse.
  if (!/^https?:/i.test(url)) return null;
  const host = siteOf(url);
  const word = host
    ? heard(
        rules,
        hostsAbove(host).map((name) => ['site', name] as const),
      )
    : null;
  if (word) return word.effect === 'never' ? refusalOf(word) : null;
  const kind = quietPage(url);
  return kind && { why: 'default', kind, value: host ?? '' };
}

/**
 * Whether mail with these people is kept out of the log, and why: the first of them that is.
 * @param known who of them is a contact: by adding them somebody has lifted the default for them
 */
export function judgeMail(
  emails: readonly string[],
  rules: readonly Rule[],
  known: (email: string) => boolean = () => false,
): Refusal | null {
  for (const email of emails) {
    const address = emailKey(email)?.value ?? email.trim().toLowerCase();
    const host = address.slice(address.lastIndexOf('@') + 1);
    const names = [
      ['address', address] as const,
      ...hostsAbove(host).map((name) => ['domain', name] as const),
    ];
    const word = heard(rules, names);
    if (word?.effect === 'never') return refusalOf(word);
    const kind = word || known(email) ? null : quietHost(host);
    // A mail provider's own site is left alone, the people who have their mail there are not.
    if (kind && kind !== 'mail' && kind !== 'local') return { why: 'default', kind, value: host };
  }
  return null;
}

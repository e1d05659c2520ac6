import { hostOf } from '../../identity/domain.ts';
import { emailKey } from '../../identity/email.ts';
import type { Exclusion } from '../rows.ts';
import { siteOf } from './site.ts';

/** What a rule is about, from what somebody typed: `mia@acme.com`, `@acme.com`, `acme.com`, `https://acme.com/x`; null where it is none of these. */
export function readExcluded(
  typed: string,
  about: 'mail' | 'site',
): Pick<Exclusion, 'subject' | 'value'> | null {
  const text = typed.trim();
  if (about === 'site') {
    const host = siteOf(text);
    return host === null ? null : { subject: 'site', value: host };
  }
  if (/[^@]@/.test(text)) {
    const key = emailKey(text);
    return key && { subject: 'address', value: key.value };
  }
  const host = hostOf(text.replace(/^(?:\*\.|\*?@)/, ''));
  return host?.includes('.') ? { subject: 'domain', value: host } : null;
}

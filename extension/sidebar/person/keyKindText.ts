import * as m from '../../../shared/i18n/compiled/messages.js';
import type { KeyKind } from '../../../shared/identity/key.ts';

const same: Record<KeyKind, () => string> = {
  email: m.sidebar_same_email,
  phone: m.sidebar_same_phone,
  domain: m.sidebar_same_domain,
  profile: m.sidebar_same_profile,
  external: m.sidebar_same_external,
};
/** What two people have in common: "same phone". */
export const keyKindText = (kind: KeyKind): string => same[kind]();

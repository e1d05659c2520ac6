import * as m from '../../../shared/i18n/compiled/messages.js';
import { domainKey } from '../../../shared/identity/domain.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import type { KeyKind } from '../../../shared/identity/key.ts';
import { numberKey, numberSystems, numbersIn } from '../../../shared/identity/number.ts';
import { phoneKey } from '../../../shared/identity/phone.ts';
import { profileKey } from '../../../shared/identity/profile.ts';

/** An id of another system as `hubspot:123`, or a number called by what it is: "order 10234", "Kundennummer 4711". */
function externalOf(text: string): { value: string } | null {
  const [, system = '', number = ''] = /^\s*(\w+)\s*[: ]\s*(\S{3,40})\s*$/u.exec(text) ?? [];
  const book = numberSystems.find((each) => each === system.toLowerCase());
  const said = book ? numberKey(book, number) : numbersIn(text)[0];
  return said ?? (/^[\w.-]{1,60}:\S{1,200}$/u.test(text) ? { value: text } : null);
}

/** A typed handle in the form in which it is compared, or what is wrong with it. */
export function readKey(kind: KeyKind, typed: string): { value: string } | { wrong: string } {
  const text = typed.trim();
  const [key, wrong] = ((): [{ value: string } | null, () => string] => {
    switch (kind) {
      case 'email':
        return [emailKey(text), m.record_key_not_email];
      case 'phone':
        return [phoneKey(text), m.record_key_not_phone];
      case 'profile':
        return [profileKey(text), m.record_key_not_profile];
      case 'domain':
        return [domainKey(text), m.record_key_not_domain];
      case 'external':
        return [externalOf(text), m.record_key_not_external];
    }
  })();
  return key ? { value: key.value } : { wrong: wrong() };
}

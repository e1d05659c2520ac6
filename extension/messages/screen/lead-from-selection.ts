import { limits } from '../../../shared/domain/limits.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import type { NewContact } from '../calls.ts';

const address = /[^\s<>()[\]{},;:"']+@[^\s<>()[\]{},;:"']+/u;
const phone = /\+\d[\d\s().-]{6,20}\d/;
/** A name has few words and no sentence in it. */
const longestName = 80;

/** A lead from selected text: its first address and number, and the line that can be a name. Null if there is neither. */
export function leadFromSelection(selected: string, page: string | null): NewContact | null {
  const text = selected.slice(0, limits.note);
  const found = address.exec(text)?.[0].replace(/\.+$/, '') ?? null;
  const email = found && emailKey(found) ? found : null;
  const lines = text.replace(phone, '\n').split(/[\n\t|<>()]+/u);
  const name = lines
    .map((line) =>
      line
        .replace(address, '')
        .replace(/[\s,;:–—-]+$/u, '')
        .trim(),
    )
    .find((line) => line.length > 1 && line.length <= longestName && /\p{L}/u.test(line));
  if (!name && !email) return null;
  return {
    name: name ?? email ?? '',
    title: null,
    email,
    phone: phone.exec(text)?.[0].trim() ?? null,
    companyName: null,
    domain: null,
    address: null,
    url: null,
    lifeCycle: 'lead',
    channel: 'page',
    page: page?.slice(0, limits.url) ?? null,
  };
}

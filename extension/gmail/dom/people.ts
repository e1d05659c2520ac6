import { isOwnAddress } from '../account.ts';
import type { MailPerson } from '../surface.ts';
import { selectors } from './selectors.ts';

export const addressOf = (element: Element): string | null => {
  const address = element.getAttribute('email') ?? element.getAttribute('data-hovercard-id');
  return address?.includes('@') ? address.trim() : null;
};

/** A person from an element that names one. Gmail writes "me" for the account's owner, in every language. */
export function personOf(element: Element, account: string): MailPerson | null {
  const email = addressOf(element);
  if (!email) return null;
  const name = element.getAttribute('name')?.trim() || null;
  const shown = name === null || name.toLowerCase() === email.toLowerCase() ? null : name;
  return { email, name: isOwnAddress(email, account) && (shown?.length ?? 0) <= 4 ? null : shown };
}

/** The first candidate whose elements outside `body` and outside anything being written name somebody. */
export function peopleIn(
  scope: Element,
  candidates: readonly string[],
  body: Element | null,
  account: string,
): MailPerson[] {
  for (const candidate of candidates) {
    const people = [...scope.querySelectorAll(candidate)]
      .filter((element) => !body?.contains(element) && !element.closest(selectors.writing))
      .flatMap((element) => personOf(element, account) ?? []);
    if (people.length > 0) return people;
  }
  return [];
}

export const withoutRepeats = (people: MailPerson[], except: string | null): MailPerson[] => {
  const seen = new Set(except ? [except.toLowerCase()] : []);
  return people.filter(({ email }) => {
    const known = seen.has(email.toLowerCase());
    seen.add(email.toLowerCase());
    return !known;
  });
};

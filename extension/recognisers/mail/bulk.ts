/** Headers by which a mail says that no person wrote it to one person, names in lower case (RFC 2369, 3834, 8058). */
export function isBulk(headers: ReadonlyMap<string, string>): boolean {
  const has = (name: string): boolean => headers.has(name);
  const value = (name: string): string => (headers.get(name) ?? '').toLowerCase();
  if (has('list-unsubscribe') || has('list-id') || has('feedback-id')) return true;
  if (/^(?:bulk|list|junk)/.test(value('precedence'))) return true;
  const submitted = value('auto-submitted');
  return (submitted !== '' && !submitted.startsWith('no')) || has('x-auto-response-suppress');
}

/** Addresses nobody answers from. */
export const isAutomatic = (address: string): boolean =>
  /^(?:no-?reply|do-?not-?reply|noreply\S*|notifications?|mailer-daemon|postmaster|bounces?|alerts?|newsletter|updates?)(?:[+.-][^@]*)?@/i.test(
    address,
  );

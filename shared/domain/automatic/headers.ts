import type { Automatic } from './kinds.ts';

/**
 * What a mail is by its own header; null where nothing in it says that nobody wrote it.
 * @param header the first value of a field by its lower-case name
 */
export function automaticByHeaders(header: (name: string) => string | undefined): Automatic | null {
  const value = (name: string): string => (header(name) ?? '').slice(0, 2_000).trim().toLowerCase();
  const type = value('content-type');
  if (/^multipart\/report\b/.test(type) && /delivery-status|disposition-notification/.test(type))
    return 'undelivered';
  if (/^text\/calendar\b/.test(type) || value('x-microsoft-cdo-busystatus') || value('method') === 'request')
    return 'calendar';
  // RFC 3834 5: everything but "no" was made by a machine, and `auto-replied` answers a mail.
  const submitted = /^[a-z-]+/.exec(value('auto-submitted'))?.[0] ?? 'no';
  const precedence = value('precedence');
  if (
    submitted === 'auto-replied' ||
    precedence === 'auto_reply' ||
    value('x-autoreply') ||
    value('x-autorespond')
  )
    return 'away';
  // RFC 2369 3.4: a list that takes posts carries what people write to each other; groups of a team are such lists.
  const isDiscussion = value('list-post') !== '' && !/^no\b/.test(value('list-post'));
  const isBulk =
    /^(?:bulk|junk)\b/.test(precedence) ||
    value('list-unsubscribe') !== '' ||
    value('list-unsubscribe-post') !== '' ||
    value('feedback-id') !== '';
  if (isBulk && !isDiscussion) return 'newsletter';
  // RFC 5321 4.5.5: a notice about a mail has no one to return to.
  if (value('return-path') === '<>') return 'undelivered';
  return submitted === 'no' ? null : 'machine';
}

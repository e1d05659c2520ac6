import type { FunctionHealth, ProbeEnd } from './health.ts';

/**
 * Each function of the mailbox with its ways, the one that should serve it first. A way is a probe's name: `page-` is our
 * own reading by the attribute that lasts longest, `page-…-other` by anything less; the others are InboxSDK's.
 */
const functions = {
  account: ['page-account', 'account'],
  thread: ['page-thread', 'page-thread-other', 'messages'],
  subject: ['page-subject', 'page-subject-other', 'subject'],
  people: ['page-sender', 'page-sender-other', 'sender'],
  ids: ['page-message-ids', 'page-message-ids-other', 'message-id-answer'],
  text: ['page-text', 'page-text-other', 'body'],
  recipients: ['page-recipients', 'page-recipients-other', 'recipients'],
  dates: ['page-date', 'page-date-other', 'date'],
  list: ['page-list', 'page-list-other', 'row-people'],
  rows: ['page-row', 'page-row-other', 'row-element'],
  panel: ['global-panel', 'dock'],
  compose: ['compose-seen'],
  sending: ['sent'],
  'log-switch': ['compose-bar'],
  toolbar: ['toolbar-shown'],
  routes: ['route-handler'],
  'app-icon': ['sign-shown'],
  'search-box': ['search-suggestions'],
  'contact-panel': ['contact-hover'],
} as const satisfies Record<string, readonly string[]>;

export type MailFunction = keyof typeof functions;

export const waysOf = Object.entries(functions).map(([name, ways]) => ({
  name: name as MailFunction,
  ways: ways as readonly string[],
}));

/** By how each of a function's ways ended last; null for one that was never asked. */
export function stateOf(ends: readonly (ProbeEnd | null)[]): Omit<FunctionHealth, 'name'> | null {
  const asked = ends.filter((end) => end !== null);
  const failed = asked.find((end) => end !== 'ok');
  if (asked.length === 0) return null;
  if (!asked.includes('ok')) return { state: 'missing', why: failed === 'threw' ? 'threw' : 'not-found' };
  if (ends[0] === 'ok' || asked[0] === 'ok') return { state: 'works', why: null };
  return { state: 'otherwise', why: failed === 'threw' ? 'threw' : 'not-found' };
}

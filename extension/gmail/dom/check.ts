import type { Probes } from '../health.ts';
import { instantOfTitle } from './date-title.ts';
import { shownViews } from './main-view.ts';
import { isPlaceId } from './messages.ts';
import { selectors } from './selectors.ts';
import type { ThreadInPage } from './thread.ts';

/** The place of the first candidate that finds something: 0 is the one that should, -1 none. */
const rankIn = (scopes: readonly Element[], candidates: readonly string[]): number =>
  candidates.findIndex((candidate) => scopes.some((scope) => scope.querySelector(candidate)));

/** A fact by its best way counts under its name, by any other under `…-other` besides. */
function makeNote(probes: Probes) {
  return (name: string, isFound: boolean, rank: number): void => {
    const isBest = isFound && rank <= 0;
    probes.note(name, isBest);
    if (!isBest) probes.note(`${name}-other`, isFound);
  };
}

/** Counts by which way our own reading of the open thread found each of its facts; null where it found no thread. */
export function checkThread(document: Document, thread: ThreadInPage | null, probes: Probes): void {
  const note = makeNote(probes);
  note('page-thread', thread !== null, shownViews(document).rank);
  if (!thread) return;
  const { messages, element } = thread;
  const scopes = messages.map((message) => message.element);
  const rank = (candidates: readonly string[]) => rankIn(scopes, candidates);
  const heading = rankIn([element], selectors.heading);
  note('page-subject', thread.subject !== '', Math.max(0, heading - 2));
  const named = messages.every(({ id }) => !isPlaceId(id));
  note(
    'page-message-ids',
    named,
    scopes.some((scope) => scope.matches(selectors.message[0])) ? 0 : rank(selectors.message),
  );
  note(
    'page-sender',
    messages.every(({ from }) => from !== null),
    rank(selectors.sender),
  );
  const isDated = ({ dateTitle }: { dateTitle: string | null }) =>
    dateTitle !== null && instantOfTitle(dateTitle) !== null;
  note('page-date', messages.every(isDated), rank(selectors.date));
  const read = messages.filter(({ body }) => body !== null);
  note('page-text', read.length > 0, rank(selectors.body));
  // Of a collapsed message Gmail tells none.
  if (read.length > 0)
    note(
      'page-recipients',
      read.some(({ to }) => to.length > 0),
      rank(selectors.recipients),
    );
}

/** Whether the rows of a list tell who wrote. An empty list says nothing about it. */
export function checkList(document: Document, listed: readonly string[], probes: Probes): void {
  const { views } = shownViews(document);
  if (rankIn(views, selectors.row) < 0) return;
  const note = makeNote(probes);
  const rank = rankIn(views, selectors.rowId);
  note('page-row', rank >= 0, rank);
  note('page-list', listed.length > 0, rankIn(views, selectors.listed));
}

/** Gmail's own places; any other is an extension's, over which nothing of Gmail's is shown. */
const native =
  /^(?:|inbox|starred|snoozed|imp|sent|drafts|scheduled|outbox|all|spam|trash|label|category|search|advanced-search|chats)$/;

/** Whether Gmail itself is shown, not a page that an extension put over it. */
export const isGmails = ({ hash }: Pick<Location, 'hash'>): boolean =>
  native.test(/^#?([^/?]*)/.exec(hash)?.[1] ?? '');

/** The address names a conversation, as far as addresses can be known: `#inbox/FMfcgz…`, `#label/x/18f…`. */
export function namesThread({ hash }: Pick<Location, 'hash'>): boolean {
  const [route = '', ...rest] = (hash.replace(/^#/, '').split('?')[0] ?? '').split('/');
  const least = /^(?:search|label|category|advanced-search)$/.test(route) ? 2 : 1;
  return native.test(route) && rest.length >= least && /^[\w-]{15,}$/.test(rest.at(-1) ?? '');
}

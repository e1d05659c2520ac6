import { limits } from '../../../shared/domain/limits.ts';
import { mostNamed } from '../../messages/rows.ts';
import type { MailPerson, RowFacts, RowSeen } from '../surface.ts';
import { instantOfTitle } from './date-title.ts';
import { legacyId } from './ids.ts';
import { isOfOneself } from './listed.ts';
import { addressOf } from './people.ts';
import { all, first, selectors } from './selectors.ts';

/** The table rows of one conversation, its head first: several in Gmail's vertical split, else one. */
export type RowParts = [HTMLElement, ...HTMLElement[]];

const mostParts = 3;
const has = (part: Element, candidates: readonly string[]): boolean => first(part, candidates) !== null;
const before = (part: Element): Element | null => part.previousElementSibling;

/** Every part of a row, from any of them. Names stand in the head, the id may stand in a later part. */
export function partsOf(part: HTMLElement): RowParts {
  let head: Element = part;
  for (let back = 1; back < mostParts && !has(head, selectors.rowPeople); back++) {
    const above = before(head);
    // A row that names nobody is none of the conversation above it.
    if (!above || has(above, selectors.rowId)) break;
    head = above;
  }
  if (head !== part && !has(head, selectors.rowPeople)) head = part;
  const parts = [head as HTMLElement] as RowParts;
  for (let next = head.nextElementSibling; next && parts.length < mostParts; next = next.nextElementSibling) {
    if (has(next, selectors.rowPeople) || next.querySelector('[role="checkbox"]')) break;
    if (has(next, selectors.rowId) && parts.some((one) => has(one, selectors.rowId))) break;
    parts.push(next as HTMLElement);
  }
  return parts;
}

/** Table rows that name a conversation, wherever they stand in the page or a part of it. */
export function rowsIn(root: ParentNode): HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (const element of root.querySelectorAll(selectors.rowId.join())) {
    const row = element.closest('tr');
    if (row) found.add(row);
  }
  return [...found];
}

const within = <T>(parts: RowParts, read: (part: HTMLElement) => T | null): T | null => {
  for (const part of parts) {
    const found = read(part);
    if (found !== null) return found;
  }
  return null;
};

/** Gmail's id of the conversation whose row this is now; a row is used again for another one. */
export function rowId(parts: RowParts): string | null {
  const marked = within(parts, (part) => first(part, selectors.rowId));
  const own = marked?.getAttribute('data-legacy-thread-id')?.replace(/^#/, '');
  return own || legacyId(marked?.getAttribute('data-thread-id') ?? null);
}

const text = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

function peopleOf(head: HTMLElement): MailPerson[] {
  const people: MailPerson[] = [];
  for (const element of all(head, selectors.rowPeople)) {
    const email = addressOf(element);
    if (!email || email.length > limits.name || people.length >= mostNamed) continue;
    const name = element.getAttribute('name')?.trim() || text(element) || null;
    people.push({ email, name: name === email ? null : (name?.slice(0, limits.name) ?? null) });
  }
  return people;
}

/** "To: Ada": words before the first name, where a draft is not what they say. */
function isToThem(head: HTMLElement): boolean {
  const named = first(head, selectors.rowPeople);
  const cell = named?.closest('td');
  if (!named || !cell) return false;
  for (let node: Node = named; node !== cell; node = node.parentNode as Node)
    for (let beside = node.previousSibling; beside; beside = beside.previousSibling)
      if (beside.nodeName === '#text' && /\p{L}/u.test(beside.nodeValue ?? '')) return true;
  return false;
}

function countOf(head: HTMLElement): number {
  const shown = text(first(head, selectors.rowCount)).replace(/\D/g, '');
  return Math.min(10_000, Math.max(1, Number(shown.slice(0, 5)) || 1));
}

const titleOf = (parts: RowParts): string | null =>
  within(parts, (part) => first(part, selectors.rowDate)?.getAttribute('title') ?? null);
const plainId = (id: string | null | undefined): string | null =>
  id && /^[\w-]{1,100}$/.test(id) ? id : null;

/** What a row shows now; null where it names no conversation. `better` is asked only where this reading finds less. */
export function readRow(
  parts: RowParts,
  location: Pick<Location, 'hash'>,
  better: () => RowFacts,
): RowSeen | null {
  const [head] = parts;
  const marked = within(parts, (part) => first(part, selectors.rowId));
  const own = { id: rowId(parts), people: peopleOf(head), subject: text(marked), title: titleOf(parts) };
  const isWhole = own.id && own.people.length > 0 && own.subject && own.title;
  const more = isWhole ? {} : better();
  const id = plainId(own.id ?? more.id);
  if (!id) return null;
  const title = own.title ?? more.dateTitle;
  return {
    id,
    lastId: plainId(
      marked?.getAttribute('data-legacy-last-non-draft-message-id') ||
        marked?.getAttribute('data-legacy-last-message-id'),
    ),
    subject: (own.subject || more.subject || '').slice(0, limits.subject),
    people: own.people.length > 0 ? own.people : (more.people ?? []).slice(0, mostNamed),
    to: isOfOneself(location) || isToThem(head),
    at: title ? instantOfTitle(title) : null,
    count: Math.max(countOf(head), more.count ?? 1),
    unread: head.classList.contains('zE'),
    draft: within(parts, (part) => first(part, selectors.rowDraft)) !== null || more.draft === true,
  };
}

/** Where something of ours may stand in a row without a line of its own, and before what. */
export function rowPlace(parts: RowParts): { in: Element; before: Element | null } | null {
  const last = parts.at(-1) ?? parts[0];
  const labels =
    (parts.length > 1 ? (first(last, selectors.rowLabels) ?? first(parts[0], selectors.rowLabels)) : null) ??
    within(parts, (part) => first(part, selectors.rowLabels));
  if (labels) return { in: labels, before: labels.firstElementChild };
  const marked = within(parts, (part) => first(part, selectors.rowId));
  return marked?.parentElement ? { in: marked.parentElement, before: marked } : null;
}

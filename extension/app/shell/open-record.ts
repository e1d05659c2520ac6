import type { Card } from '../../sidebar/shell/session.ts';

/** A record has a page of its own here; everything else is shown on top of the page. */
export function openRecord(card: Card, go: (path: string) => void): boolean {
  if (card.noun !== 'contact' && card.noun !== 'company' && card.noun !== 'deal') return false;
  go(`/${card.noun}/${card.id}`);
  return true;
}

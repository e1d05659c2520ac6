import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PairRow } from '../../messages/pairs.ts';
import { newId } from '../shell/newId.ts';
import type { Session } from '../shell/session.ts';

/** They are two: asked again only if more speaks for it, or never. */
export async function keepApart(
  session: Session,
  event: Event,
  noun: 'contact' | 'company',
  pair: PairRow,
  forever: boolean,
): Promise<void> {
  const id = newId();
  const { a: aId, b: bId, weight, nameA: a, nameB: b } = pair;
  const input = { id, noun, aId, bId, askAbove: forever ? null : weight };
  const outcome = await session.act(event, 'distinction.add', input);
  if (!outcome.ok) return;
  session.toasts.show({
    tone: 'plain',
    text: forever ? m.pairs_told_apart({ a, b }) : m.pairs_kept_both({ a, b }),
    action: { label: m.words_undo(), run: (click) => void session.act(click, 'distinction.remove', { id }) },
  });
}

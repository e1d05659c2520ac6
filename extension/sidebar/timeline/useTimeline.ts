import { useEffect, useRef, useState } from 'preact/hooks';
import { isFiltered, type TimelineFilter } from '../../../shared/domain/interaction/filter.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { HistoryNoun } from '../../messages/calls.ts';
import type { TimelineEntry, TimelineView } from '../../messages/state.ts';
import { useAnswer } from '../shell/useAnswer.ts';

/** Whose timeline it is. */
export type Of = { noun: HistoryNoun; id: Id };

/** Entries that come with a card; as many more with each click. */
const step = 20;

/** What came with the card, until older ones or only some of them are asked for. */
export function useTimeline(
  { noun, id }: Of,
  first: { entries: TimelineEntry[]; older: boolean },
  filter: TimelineFilter,
): TimelineView & { loading: boolean; showOlder: () => void } {
  const [wanted, want] = useState(step);
  const narrowed = isFiltered(filter);
  useEffect(() => want(step), [noun, id, JSON.stringify(filter)]);
  const asked = narrowed || wanted > step ? { noun, id, wanted, ask: wanted > step, filter } : null;
  const { value } = useAnswer('timeline', asked);
  // While the next answer is on its way the last one stands, so that nothing jumps.
  const last = useRef<{ of: string; view: TimelineView } | null>(null);
  const of = `${noun} ${id}`;
  if (asked && value) last.current = { of, view: value };
  if (!asked) last.current = null;
  const shown = value ?? (last.current?.of === of ? last.current.view : null);
  const view = asked && shown ? shown : { ...first, unreached: false };
  return {
    ...view,
    loading: asked !== null && value === undefined,
    showOlder: () => want(Math.max(wanted, view.entries.length) + step),
  };
}

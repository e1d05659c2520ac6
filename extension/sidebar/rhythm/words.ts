import { enough, type Rhythm } from '../../../shared/domain/rhythm/rhythm.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** "5 hours", "2 days": as a person says it, never less than it is. */
export const durationText = (ms: number): string =>
  ms < 36 * hourMs
    ? m.rhythm_hours({ count: Math.max(1, Math.ceil(ms / hourMs)) })
    : m.rhythm_days({ count: Math.ceil(ms / dayMs) });

/** Whole days that have passed; of less than one the hours. */
export const sinceText = (ms: number): string =>
  ms < dayMs
    ? m.rhythm_hours({ count: Math.max(1, Math.floor(ms / hourMs)) })
    : m.rhythm_days({ count: Math.floor(ms / dayMs) });

/** Who is silent or waits, and what is usual; under five answers, how many there are. */
export function rhythmText({ replies, theirs, ours, last, overdue }: Rhythm, now: number): string {
  if (replies.length < enough) return m.rhythm_too_little({ count: replies.length, enough });
  const usual =
    theirs !== null && ours !== null
      ? m.rhythm_usual_both({ theirs: durationText(theirs), ours: durationText(ours) })
      : theirs !== null
        ? m.rhythm_usual_theirs({ theirs: durationText(theirs) })
        : m.rhythm_usual_ours({ ours: durationText(ours ?? 0) });
  if (!last) return m.rhythm_alone({ usual });
  const time = sinceText(Math.max(0, now - last.at));
  const lead =
    last.by === 'us'
      ? overdue
        ? m.rhythm_silent({ time })
        : m.rhythm_you_wrote({ time })
      : overdue
        ? m.rhythm_waiting({ time })
        : m.rhythm_they_wrote({ time });
  return m.rhythm_sentence({ lead, usual });
}

import { enough, type Rhythm } from '../../../shared/domain/rhythm/rhythm.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Locale } from '../../messages/state.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** "5 hours", "2 days": as a person says it, never less than it is. */
export function durationText(ms: number, locale: Locale): string {
  const [unit, count] =
    ms < 36 * hourMs
      ? (['hour', Math.max(1, Math.ceil(ms / hourMs))] as const)
      : (['day', Math.ceil(ms / dayMs)] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** Whole days since, in words; of less than one the hours. */
export function sinceText(ms: number, locale: Locale): string {
  const [unit, count] =
    ms < dayMs
      ? (['hour', Math.max(1, Math.floor(ms / hourMs))] as const)
      : (['day', Math.floor(ms / dayMs)] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** Who is silent or waits, and what is usual; under five answers, how many there are. */
export function rhythmText(
  { replies, theirs, ours, last, overdue }: Rhythm,
  now: number,
  locale: Locale,
): string {
  if (replies.length < enough) return m.rhythm_too_little({ count: replies.length, enough });
  const usual =
    theirs !== null && ours !== null
      ? m.rhythm_usual_both({ theirs: durationText(theirs, locale), ours: durationText(ours, locale) })
      : theirs !== null
        ? m.rhythm_usual_theirs({ theirs: durationText(theirs, locale) })
        : m.rhythm_usual_ours({ ours: durationText(ours ?? 0, locale) });
  if (!last) return m.rhythm_alone({ usual });
  const time = sinceText(Math.max(0, now - last.at), locale);
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

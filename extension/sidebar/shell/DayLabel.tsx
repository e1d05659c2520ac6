import type { Day } from '../../../shared/domain/rows.ts';
import { dayInFull, dayText } from '../../ui/day.ts';
import { useSession } from './session.ts';

/** A civil day, as near as words go. */
export function DayLabel({ day }: { day: Day }) {
  const { today, locale } = useSession();
  return (
    <time dateTime={day} title={dayInFull(day, locale.value)}>
      {dayText(day, today.value, locale.value)}
    </time>
  );
}

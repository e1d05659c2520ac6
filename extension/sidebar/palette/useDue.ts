import type { ReadDue } from '../../../shared/domain/task/said/read-due.ts';
import { useSession } from '../shell/session.ts';
import { dueText } from '../task/dueText.ts';
import { useReading } from '../task/useReading.ts';

/** What a task's words say of its day. */
export type TypedDue = {
  /** As it is understood so far, in words; null: no day. */
  text: string | null;
  whole(): Promise<ReadDue>;
};

export function useDue(said: string): TypedDue {
  const session = useSession();
  const reading = useReading(said);
  const { read } = reading;
  const reader = { locale: session.locale.value, zone: session.zone, today: session.today.value };
  return { text: read.dueDay === null ? null : dueText(read, reader), whole: reading.whole };
}

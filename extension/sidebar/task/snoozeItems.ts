import type { Task } from '../../../shared/domain/rows.ts';
import { type Snooze, snoozeChoices } from '../../../shared/domain/task/snooze.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { MenuItem } from '../../ui/MenuRow.tsx';
import type { Session } from '../shell/session.ts';
import { dueText } from './dueText.ts';

const texts: Record<Snooze, () => string> = {
  'later-today': m.task_snooze_later_today,
  tomorrow: m.task_snooze_tomorrow,
  'next-week': m.task_snooze_next_week,
};

/** To when a task can be put off, each with what that is by the clock. */
export function snoozeItems(
  { locale, today, zone }: Session,
  onPick: (to: Pick<Task, 'dueDay' | 'dueAt' | 'zone'>, event: Event) => void,
): MenuItem[] {
  const reader = { locale: locale.value, today: today.value, zone };
  return snoozeChoices(Date.now(), zone).map(({ snooze, dueDay, dueAt }) => {
    const to = { dueDay, dueAt, zone };
    return {
      id: snooze,
      label: texts[snooze](),
      text: texts[snooze](),
      detail: dueText(to, reader),
      onPick: (event) => onPick(to, event),
    };
  });
}

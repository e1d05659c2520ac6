import { AlarmClock, SquareCheck } from 'lucide-preact';
import { orderTasks } from '../../../../shared/domain/task/due.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { snoozeItems } from '../../task/snoozeItems.ts';
import type { Command, CommandFile } from '../command.ts';

const most = 2;

/** What is open for whoever is on the screen: done, or later. */
export const openTasks: CommandFile = {
  commands: ({ session, about, tasks }) =>
    orderTasks((about?.view.tasks ?? []).filter(({ doneAt }) => doneAt === null))
      .slice(0, most)
      .flatMap((one): Command[] => [
        {
          id: `done ${one.id}`,
          section: 'here',
          icon: SquareCheck,
          label: m.palette_task_done({ task: one.title }),
          words: m.palette_words_done(),
          changes: true,
          run: (event) => void tasks.complete(event, [one]),
        },
        {
          id: `snooze ${one.id}`,
          section: 'here',
          icon: AlarmClock,
          label: m.palette_task_snooze({ task: one.title }),
          words: m.palette_words_snooze(),
          changes: true,
          leads: () => ({
            title: one.title,
            commands: snoozeItems(session, (to, event) => void tasks.snooze(event, [one], to)).map(
              (item) => ({
                id: item.id,
                section: 'do',
                icon: AlarmClock,
                label: item.text ?? '',
                detail: String(item.detail ?? ''),
                changes: true,
                run: item.onPick,
              }),
            ),
          }),
        },
      ]),
};

import type { Task } from '../../shared/domain/rows.ts';
import * as m from '../../shared/i18n/compiled/messages.js';

/**
 * Whose turn a task is, in words; else whom it is about.
 * @param names what the task names, by name
 */
export function whoseText({ promisedBy, awaits }: Task, names: readonly { title: string }[]): string {
  const name = names[0]?.title ?? null;
  if (awaits !== null) return name === null ? m.today_no_reply_nobody() : m.today_no_reply({ name });
  if (promisedBy === 'us') return name === null ? m.today_you_owe_nobody() : m.today_you_owe({ name });
  if (promisedBy === 'them') return name === null ? m.today_they_owe_nobody() : m.today_they_owe({ name });
  return names.map(({ title }) => title).join(' · ');
}

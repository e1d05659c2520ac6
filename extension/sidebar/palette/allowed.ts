import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Session } from '../shell/session.ts';
import type { Command } from './command.ts';

/** Why nothing can be changed here and now; null: it can. */
export function whyNot({ guard, state }: Session): string | null {
  if (state.value?.readOnly) return m.palette_off_role();
  if (guard.level.value === 'blind') return m.palette_off_blind();
  return guard.level.value === 'watched' && !guard.armed.value ? m.palette_off_unseen() : null;
}

/** What changes something is shown with the reason where it cannot. */
export const withOff = (session: Session, commands: readonly Command[]): Command[] => {
  const why = whyNot(session);
  return why === null
    ? [...commands]
    : commands.map((each) => (each.changes ? { ...each, off: each.off ?? why } : each));
};

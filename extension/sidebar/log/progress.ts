import { staysOut } from '../../../shared/domain/interaction/why-not.ts';
import type { MessageOnScreen } from '../../messages/state.ts';

/** How many messages of the open thread stand in the CRM; what only probably does is not counted. */
export const countLogged = (messages: readonly MessageOnScreen[]): { logged: number; all: number } => ({
  logged: messages.filter(({ log }) => log.state === 'logged' || log.state === 'waiting').length,
  all: messages.length,
});

/** Those that one click on "log the missing" logs. @param chosen somebody said where logs of the thread go */
export const missingOf = (messages: readonly MessageOnScreen[], chosen: boolean): MessageOnScreen[] =>
  messages.filter(({ log }) => log.state === 'none' && !staysOut(log.why, 'missing', { target: chosen }));

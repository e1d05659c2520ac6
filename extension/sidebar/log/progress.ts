import type { MessageOnScreen } from '../../messages/state.ts';

/**
 * How many messages of the open thread stand in the CRM; what only probably does is not counted, nor what
 * nobody wrote.
 */
export const countLogged = (messages: readonly MessageOnScreen[]): { logged: number; all: number } => ({
  logged: messages.filter(({ log }) => log.state === 'logged' || log.state === 'waiting').length,
  all: messages.filter(({ log }) => log.state !== 'automatic').length,
});

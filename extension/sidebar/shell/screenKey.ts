import type { SidebarState } from '../../messages/state.ts';

/** What is on the screen, apart from what is known about it. */
export const screenKey = ({ screen }: SidebarState): string =>
  screen.kind === 'thread'
    ? `thread ${screen.thread.account} ${screen.thread.id}`
    : screen.kind === 'page'
      ? `page ${screen.url}`
      : screen.kind;

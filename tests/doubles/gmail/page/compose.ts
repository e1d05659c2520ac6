import type { Frame } from './frame.ts';
import type { Message, Thread } from './state.ts';

let frame: Frame | null = null;
export const setMoles = (to: Frame, _refresh: () => void): void => {
  frame = to;
};
export function openCompose(_start: object): void {
  frame?.notice('…');
}
export function openReply(_reply: {
  thread: Thread;
  message: Message;
  kind: 'reply' | 'replyAll' | 'forward';
  place: HTMLElement;
}): void {}

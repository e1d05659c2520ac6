import type { MessageData, ThreadData } from '../mailbox.ts';
import type { Boot } from '../shell.ts';

declare global {
  interface Window {
    sampleBoot: Boot;
  }
}

export const boot: Boot = window.sampleBoot;
export type Thread = ThreadData;
export type Message = MessageData;

let threads: Thread[] = [];

const query = new URLSearchParams(location.search);
/** With Gmail's conversation view off each mail is a row, and is opened, by itself. */
const isOneByOne = query.get('conversation') === 'off';

/** Asks the stand-in's own door, not Gmail's: the extension sees none of it. */
export async function loadThreads(): Promise<void> {
  const answer = await fetch(`/_sample/mailbox.json?at=${boot.accountPath}`);
  const all = (await answer.json()) as Thread[];
  threads = isOneByOne ? all.flatMap(oneByOne) : all;
}

export const allThreads = (): Thread[] => threads;
/** What stands behind the place in the address. */
export const addressOf = (thread: Thread): string => (isOneByOne && thread.messages[0]?.id) || thread.id;
export const threadOf = (id: string): Thread | undefined =>
  threads.find((thread) => addressOf(thread) === id);

const oneByOne = (thread: Thread): Thread[] =>
  thread.messages.map((message) => ({ ...thread, messages: [message] }));
export const isUnread = (thread: Thread): boolean => thread.messages.some((message) => message.unread);

export function markRead(thread: Thread): void {
  for (const message of thread.messages) message.unread = false;
  void fetch(`/_sample/read?thread=${thread.id}&at=${boot.accountPath}`);
}

/** The last message of a thread stands open; so do unread ones. */
export const opensAtOnce = (thread: Thread): Set<Message> =>
  new Set(thread.messages.filter((message, index) => message.unread || index === thread.messages.length - 1));

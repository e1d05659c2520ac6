import type { ThreadData } from './mailbox.ts';
import type { Address } from './office.ts';

export type Json = string | number | null | Json[];

/** Gmail's arrays are mostly holes. */
export const sparse = (entries: Record<number, Json>): Json[] => {
  const out: Json[] = [];
  for (const [index, value] of Object.entries(entries)) out[Number(index)] = value;
  return Array.from(out, (value) => value ?? null);
};
export const contacts = (addresses: Address[]): Json => addresses.map(({ name, email }) => [1, email, name]);

/** Gmail keeps hex and decimal of a thread: `[15]` and `[13]` of its description. */
const decimalOf = (hex: string): string => BigInt(`0x${hex}`).toString();

/** Answer of `/i/fd?rt=r&pt=ji`: recipients and dates of every message, in the order of the thread. */
export function threadAnswer(threads: ThreadData[]): Json {
  return [
    null,
    threads.map((thread) => [
      thread.permId,
      [
        sparse({
          0: thread.permId,
          1: thread.subject,
          2: thread.messages.at(-1)?.snippet ?? '',
          13: decimalOf(thread.id),
          15: thread.id,
        }),
      ],
      thread.messages.map((message) => [
        message.permId,
        sparse({
          0: contacts(message.to),
          1: contacts(message.cc),
          2: contacts(message.bcc),
          16: message.at,
        }),
      ]),
    ]),
  ];
}

/** Which threads a `/i/fd` body of the 2022 form asks for. */
export function threadsAsked(body: string): string[] {
  const parsed: unknown = JSON.parse(body);
  const list = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : [];
  return list.flatMap((entry: unknown) =>
    Array.isArray(entry) && typeof entry[0] === 'string' ? [entry[0]] : [],
  );
}

/** Answer of `view=cv`, asked where a thread has no permanent id: a length, then the thread and its messages. */
export function conversationAnswer(thread: ThreadData): string {
  const pairs = (addresses: Address[]): Json => addresses.map(({ name, email }) => [name, email]);
  const items: Json = [
    sparse({ 0: 'cs', 1: thread.id, 8: thread.messages.map(({ id }) => id) }),
    ...thread.messages.map(({ id, at, to, cc, bcc }) =>
      sparse({ 0: 'ms', 1: id, 7: at, 37: [pairs(to), pairs(cc), pairs(bcc)] }),
    ),
  ];
  const data = JSON.stringify([items]);
  // The length counts the line break before what it measures.
  return `)]}'\n\n${data.length + 1}\n${data}`;
}

/** The words of a `/i/bv` body of the 2022 form. */
export function wordsAsked(body: string): string {
  const parsed: unknown = JSON.parse(body);
  const search = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0][3] : null;
  return typeof search === 'string' ? search : '';
}

/** Answer of `/i/bv`: the threads of a search or list. */
export const searchAnswer = (threads: ThreadData[]): Json =>
  sparse({
    2: threads.map((thread, index) => [
      sparse({
        0: thread.subject,
        1: thread.messages.at(-1)?.snippet ?? '',
        3: thread.permId,
        4: thread.messages.map((message) => sparse({ 0: message.permId, 6: message.at, 55: message.id })),
        17: decimalOf(thread.id),
        19: thread.id,
      }),
      index,
    ]),
    14: [[], []],
  });

/** The words of a search as Gmail understands them, as far as the sample needs. */
export function searchThreads(threads: ThreadData[], words: string): ThreadData[] {
  const byId = words.match(/threadid:(\S+)/);
  if (byId) return threads.filter((thread) => decimalOf(thread.id) === byId[1]);
  const rfc = words.match(/rfc822msgid:<?([^\s>]+)/);
  if (rfc)
    return threads.filter((thread) =>
      thread.messages.some((message) => rfc[1]?.includes(`.${message.key}@`)),
    );
  const folded = words.toLowerCase();
  return threads.filter((thread) =>
    [thread.subject, ...thread.messages.flatMap((m) => [m.from.name, m.from.email, m.snippet])].some((text) =>
      text.toLowerCase().includes(folded),
    ),
  );
}

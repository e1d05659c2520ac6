import { plain, type StandInAnswer } from './answers.ts';
import type { Mailbox } from './mailbox.ts';

const most = 3;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** What Gmail's search would suggest: who wrote, by the beginning of a name. In the form that InboxSDK adds to. */
export function suggested(body: string, mailbox: Mailbox): StandInAnswer {
  const [, , query = ''] = JSON.parse(new URLSearchParams(body).get('request') ?? '[]') as [
    unknown,
    unknown,
    string?,
  ];
  const people = new Map(
    mailbox
      .threads()
      .flatMap(({ messages }) => messages.map(({ from }) => from))
      .map((from) => [from.email, from]),
  );
  const found = [...people.values()]
    .filter(({ name }) => name.toLowerCase().startsWith(query.trim().toLowerCase()))
    .slice(0, most)
    .map(({ name, email }) => ['aso.sug', email, escaped(name), null, [], 44, null, 'asor asor_i0', 0]);
  const part = JSON.stringify(['aso.srp', query, 0, found, [], [], 1, 0, 0, 1]);
  return plain(200, `5\n)]}'\n${part.length}\r\n${part}`);
}

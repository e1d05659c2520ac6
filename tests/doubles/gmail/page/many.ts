import { allThreads, boot, type Thread } from './state.ts';

const subjects = ['Offer', 'Delivery', 'Question about the invoice', 'Meeting next week', 'Re: samples'];

/** Who wrote in the sample, each once. */
const writers = () => [
  ...new Map(
    allThreads()
      .flatMap(({ messages }) => messages.map(({ from }) => from))
      .filter(({ email }) => email !== boot.account.email)
      .map((from) => [from.email, from]),
  ).values(),
];

/** Conversations for a list that is longer than the sample's: made up alike each time, every other from somebody whom nobody knows. */
export function manyThreads(count: number): Thread[] {
  const known = writers();
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const id = (0x1900000000000000n + BigInt(at)).toString(16);
    const stranger = { name: `Person ${at}`, email: `person${at}@firm${at % 97}.example` };
    const from = (at % 2 === 0 && known[(at / 2) % known.length]) || stranger;
    return {
      id,
      permId: `thread-f:${BigInt(`0x${id}`)}`,
      subject: `${subjects[at % subjects.length]} ${at}`,
      starred: false,
      labels: ['inbox'],
      messages: [
        {
          key: `many-${at}`,
          id,
          permId: `msg-f:${BigInt(`0x${id}`)}`,
          from,
          to: [boot.account],
          cc: [],
          bcc: [],
          subject: `${subjects[at % subjects.length]} ${at}`,
          at: Date.UTC(2026, 0, 1) + at * 3_600_000,
          files: [],
          body: ['Nothing is in here.'],
          clipped: false,
          unread: false,
          snippet: 'Nothing is in here.',
        },
      ],
    };
  });
}

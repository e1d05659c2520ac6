import { boot, type Thread } from './state.ts';

const subjects = ['Offer', 'Delivery', 'Question about the invoice', 'Meeting next week', 'Re: samples'];

/** Conversations for a list that is longer than the sample's: made up alike each time, from people whom nobody knows. */
export function manyThreads(count: number): Thread[] {
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const id = (0x1900000000000000n + BigInt(at)).toString(16);
    const from = { name: `Person ${at}`, email: `person${at}@firm${at % 97}.example` };
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

import type { Calls } from '../../../extension/messages/calls.ts';
import { connect } from '../../../extension/messages/port.ts';

/** What a page of the extension is asked for while its worker dies again and again. */
export type Hands = {
  /** Notes in quick succession, so many at once, by the sidebar's own client. */
  work(name: string, contactId: string, many: number): void;
  /** Ends when the last call was answered; texts that were said to be saved, and those of which nobody knows. */
  rest(): Promise<{ saved: string[]; unsure: string[] }>;
  /** How many workers have died under this page. */
  deaths(): number;
  /** How many wait to be sent, and are parked, as the background tells it. */
  link(): Promise<{ waiting: number; parked: number }>;
};

const client = connect();
const saved: string[] = [];
const unsure: string[] = [];
let isWorking = true;
let hands: Promise<void>[] = [];

/** A port beside the client's sees each death, and wakes the next worker at once: the next kill meets it while it starts. */
let deaths = 0;
function watch(): void {
  chrome.runtime.connect({ name: 'sidebar' }).onDisconnect.addListener(() => {
    deaths++;
    watch();
  });
}
watch();

const about = (contactId: string) => ({ contactIds: [contactId], companyId: null, dealId: null });

/** The verbs that make a row, in turn: what a doubled one would leave shows by its text. */
function once(text: string, turn: number, contactId: string): Promise<unknown> {
  if (turn % 3 === 1) {
    const call: Calls['call']['in'] = {
      about: about(contactId),
      outcome: text,
      durationS: 60,
      nextStep: null,
    };
    return client.call('call', call);
  }
  return client.call('note', { text, about: about(contactId), page: null });
}

const inPage: Hands = {
  work(name, contactId, many) {
    isWorking = true;
    hands = Array.from({ length: many }, async (_, hand) => {
      for (let turn = 0; isWorking; turn++) {
        const text = `${name}/${hand}/${turn}`;
        await once(text, turn, contactId).then(
          () => {
            saved.push(text);
            // Where the page itself will not live to be asked.
            (globalThis as { tellSaved?: (text: string) => void }).tellSaved?.(text);
          },
          () => unsure.push(text),
        );
        await new Promise((next) => setTimeout(next, Math.random() * 40));
      }
    });
  },
  async rest() {
    isWorking = false;
    await Promise.all(hands);
    return { saved, unsure };
  },
  deaths: () => deaths,
  async link() {
    const { link } = await client.call('hello', { nonce: null, tabId: null });
    return { waiting: link.waiting, parked: link.parked.length };
  },
};
Object.assign(globalThis, { hands: inPage });

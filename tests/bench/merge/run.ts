import type { Page } from 'playwright-core';
import { noOrigin } from '../../../shared/domain/row.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { launch } from '../../doubles/browser/launch.ts';
import { shipped } from '../../e2e/world/build.ts';
import { pairThroughWelcome } from '../../e2e/world/pair.ts';
import { type Figure, figure, median } from '../figure.ts';
import { newId, type PairedServer, startPairedServer } from '../paired-server.ts';

const entries = 1_000;
const rounds = 5;
const promised = 1_000;

/** Two who look like one, each with so many mails. */
async function fill({ act }: PairedServer): Promise<{ kept: Id; gone: Id }> {
  const add = async (name: string, email: string): Promise<Id> => {
    const id = newId();
    const key = (kind: 'email' | 'phone', value: string) => ({ kind, value, source: null });
    const [givenName = '', familyName = ''] = name.split(' ');
    await act('contact.add', {
      ...{ id, name, givenName, familyName, title: null, companyId: null, lifeCycle: 'lead', ownerId: null },
      ...{ phone: '+441392555017', address: null, own: {}, origin: noOrigin },
      keys: [key('email', email), key('phone', '+441392555017')],
    });
    for (let i = 0; i < entries; i++)
      await act('interaction.log', {
        ...{
          id: newId(),
          kind: 'email',
          direction: 'in',
          channel: 'gmail',
          occurredAt: Date.now() - i * 60_000,
        },
        ...{ durationS: null, outcome: null, subject: `Mail ${i} of ${name}`, body: 'A text. '.repeat(40) },
        ...{ bodyState: 'read', link: null, threadKey: null, companyId: null, dealId: null },
        ...{
          contactIds: [id],
          participants: [{ name: null, email, role: 'from' }],
          fingerprint: [`mid:${newId()}`],
        },
      });
    return id;
  };
  return {
    kept: await add('Theodora Wolstonecroft', 'theodora@wolstonecroft.test'),
    gone: await add('Theodora Wolstoncroft', 'twolst@private.test'),
  };
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** Acknowledged durable by the server, one after the other. */
async function onServer({ act }: PairedServer, { kept, gone }: { kept: Id; gone: Id }) {
  const [merges, splits, edits]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const mergeId = newId();
    merges.push(await timed(() => act('contact.merge', { id: kept, goneId: gone, mergeId, fields: {} })));
    splits.push(await timed(() => act('merge.split', { id: mergeId })));
    edits.push(await timed(() => act('contact.edit', { id: kept, fields: { title: `Round ${round}` } })));
  }
  return { merge: median(merges), split: median(splits), edit: median(edits) };
}

type Asked = { call: string; input: unknown };

/** Asks the background as a page of ours does, one after the other; how long all took in ms, and the last answer. */
const ask = (page: Page, calls: Asked[]): Promise<{ ms: number; answer: unknown }> =>
  page.evaluate(
    (asked) =>
      new Promise<{ ms: number; answer: unknown }>((resolve, reject) => {
        const port = chrome.runtime.connect({ name: 'sidebar' });
        const all = [{ call: 'hello', input: { nonce: null, tabId: null } }, ...asked];
        let started = 0;
        const next = (id: number) => port.postMessage({ id, ...(all[id] as Asked) });
        port.onMessage.addListener((message: { id?: number; answer?: unknown; error?: unknown }) => {
          if (message.error) reject(new Error(JSON.stringify(message.error)));
          if (message.id === undefined) return;
          if (message.id === 0) started = performance.now();
          if (message.id + 1 < all.length) next(message.id + 1);
          else {
            port.disconnect();
            resolve({ ms: performance.now() - started, answer: message.answer });
          }
        });
        next(0);
      }),
    calls,
  );

/** In a browser whose mirror holds them all: the change is durable here, and the card with it is read. */
async function inBrowser(paired: PairedServer, { kept, gone }: { kept: Id; gone: Id }) {
  const browser = await launch({ extension: await shipped(), allowed: [paired.server.url] });
  try {
    await pairThroughWelcome(browser, await paired.link());
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${await browser.extensionId()}/app.html#/contact/${kept}`);
    await page.getByText('Mail 0 of').first().waitFor({ timeout: 60_000 });
    const person = (contactId: Id): Asked => ({ call: 'person', input: { contactId } });
    const act = (verb: string, input: object): Asked => ({ call: 'act', input: { verb, input } });
    const settled = async (of: Id, is: Id): Promise<void> => {
      for (;;) {
        const { answer } = await ask(page, [
          person(of),
          { call: 'merges', input: { noun: 'contact', id: kept } },
        ]);
        const { answer: shown } = await ask(page, [person(of)]);
        const { answer: waiting } = await ask(page, [{ call: 'hello', input: { nonce: null, tabId: null } }]);
        const state = waiting as { link?: { waiting: number } } | null;
        if ((shown as { contact: { id: Id } }).contact.id === is && !state?.link?.waiting && answer) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const [merges, splits, arrivals]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      const mergeId = newId();
      const merge = act('contact.merge', { id: kept, goneId: gone, mergeId, fields: {} });
      merges.push((await ask(page, [merge, person(kept)])).ms);
      await settled(gone, kept);
      splits.push((await ask(page, [act('merge.split', { id: mergeId }), person(kept)])).ms);
      await settled(gone, gone);
      // Merged elsewhere: from the server's word until this browser shows one person.
      const elsewhere = newId();
      arrivals.push(
        await timed(async () => {
          await paired.act('contact.merge', { id: kept, goneId: gone, mergeId: elsewhere, fields: {} });
          await settled(gone, kept);
        }),
      );
      await paired.act('merge.split', { id: elsewhere });
      await settled(gone, gone);
    }
    return { merge: median(merges), split: median(splits), arrival: median(arrivals) };
  } finally {
    await browser.close();
  }
}

/** Merging and splitting two contacts of 1,000 entries each, on a server's file and in a browser's mirror. */
export async function mergeFigures(): Promise<Figure[]> {
  const paired = await startPairedServer();
  try {
    console.log(`  logging ${2 * entries} entries ...`);
    const two = await fill(paired);
    const server = await onServer(paired, two);
    const here = await inBrowser(paired, two);
    const name = `contacts with ${entries.toLocaleString('en')} entries each`;
    return [
      figure(`Merging two ${name}, on the server, beside one edit`, server.merge, server.edit, 'ms'),
      figure(`Splitting them, on the server, beside one edit`, server.split, server.edit, 'ms'),
      figure(`Merging them in a browser, card included, beside what is asked`, here.merge, promised, 'ms'),
      figure(`Splitting them in a browser, card included, beside what is asked`, here.split, promised, 'ms'),
      figure(`Merged elsewhere until this browser has it, beside the same`, here.arrival, promised, 'ms'),
    ];
  } finally {
    await paired.close();
  }
}

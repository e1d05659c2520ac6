import type { CardAnswer, ToTab } from '../messages/tab.ts';
import { cardsIn } from '../recognisers/vcard.ts';

type Listener = (
  message: unknown,
  sender: { id?: string | undefined },
  respond: (answer: CardAnswer) => void,
) => true | undefined;
type Runtime = { readonly id?: string | undefined; onMessage: { addListener(listener: Listener): void } };

const patience = 10_000;
/** A file of more than this is an address book, which is imported. */
const longest = 300_000;

const place = Symbol.for('sidebook.cards');
type World = typeof globalThis & { [place]?: Runtime };

/** Reads the vCard behind a link when somebody asked for it, of the page's own host alone. Once a page. */
export function answerCards(page: Window & typeof globalThis, runtime: Runtime): void {
  const world = globalThis as World;
  if (world[place]?.id) return;
  world[place] = runtime;
  runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== runtime.id) return;
    const { type, ...rest } = message as ToTab;
    if (type !== 'read-card') return;
    readCard(page, (rest as { url: string }).url).then(respond, () =>
      respond({ sightings: [], status: null, bytes: 0 }),
    );
    return true;
  });
}

async function readCard(page: Window, url: string): Promise<CardAnswer> {
  if (new URL(url).origin !== page.location.origin) return { sightings: [], status: null, bytes: 0 };
  const answer = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(patience) });
  const text = await answer.text();
  const sightings = answer.ok ? cardsIn(text.slice(0, longest)) : [];
  return { sightings, status: answer.status, bytes: text.length };
}

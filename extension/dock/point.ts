import type { ToTab } from '../messages/tab.ts';
import { placesHere } from '../recognisers/places.ts';
import { areaOf, makeOutline, type Outline } from './outline.ts';

type Runtime = {
  readonly id?: string | undefined;
  onMessage: { addListener(listener: (message: unknown, sender: { id?: string }) => undefined): void };
};

/** A sidebar that went away meanwhile cannot say that it points no more. */
const longest = 60_000;

const place = Symbol.for('sidebook.points');
type World = typeof globalThis & { [place]?: Runtime };

/** Shows on the page where a fact stands while the sidebar points at it. Once a page, however often it is read. */
export function answerPointing(page: Window & typeof globalThis, runtime: Runtime): void {
  const world = globalThis as World;
  // What an updated extension left behind hears nothing any more.
  if (world[place]?.id) return;
  world[place] = runtime;
  let outline: Outline | null = null;
  let timer = 0;

  const end = (): void => {
    clearTimeout(timer);
    outline?.remove();
    outline = null;
  };
  const show = (at: number): void => {
    const node = placesHere().nodeAt(at);
    const area = node && areaOf(node);
    if (!node || !area) {
      end();
      return;
    }
    bringIntoView(page, node, area);
    outline ??= makeOutline(page.document);
    outline.around([{ node, strong: true }]);
    clearTimeout(timer);
    timer = page.setTimeout(end, longest);
  };
  runtime.onMessage.addListener((message, sender) => {
    if (sender.id !== runtime.id) return;
    const { type, ...rest } = message as ToTab;
    if (type !== 'point') return;
    const { at } = rest as { at: number | null };
    if (at === null) end();
    else show(at);
  });
}

/** Only where it cannot be seen whole, and no faster than somebody likes. */
function bringIntoView(page: Window, node: Node, area: DOMRect): void {
  const isSeen =
    area.top >= 0 && area.bottom <= page.innerHeight && area.left >= 0 && area.right <= page.innerWidth;
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  if (isSeen || !element) return;
  const calm = page.matchMedia('(prefers-reduced-motion: reduce)').matches;
  Element.prototype.scrollIntoView.call(element, {
    block: 'center',
    inline: 'nearest',
    behavior: calm ? 'instant' : 'smooth',
  });
}

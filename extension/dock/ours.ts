// Our scripts in one page share an isolated world of their own, which the page's scripts cannot see into.
const place = Symbol.for('sidebook.ours');
const clear = Symbol.for('sidebook.clear');
type World = typeof globalThis & { [place]?: WeakSet<Node>; [clear]?: Set<Element> };

const oursHere = (): WeakSet<Node> => {
  const world = globalThis as World;
  world[place] ??= new WeakSet();
  return world[place];
};

/** An element of ours that stands in the page for a while. */
export function markOurs<T extends Node>(node: T): T {
  oursHere().add(node);
  return node;
}

/** Whether a change of the page is only that something of ours came or went. */
export function isOurs({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  const ours = oursHere();
  return type === 'childList' && [...addedNodes, ...removedNodes].every((node) => ours.has(node));
}

/** What stands here must not be covered, not even by ourselves. */
export const keepClear = (element: Element): void => {
  const world = globalThis as World;
  world[clear] ??= new Set();
  world[clear].add(element);
};

/** From which place on, from the window's left, nothing may be drawn. */
export function clearFrom(): number {
  const areas = [...((globalThis as World)[clear] ?? [])].map((element) => element.getBoundingClientRect());
  return Math.min(...areas.filter(({ width }) => width > 0).map(({ left }) => left));
}

/**
 * Above a page's own dialog, where one is open. Not otherwise: the backdrop of what is shown so, though nobody sees it,
 * counts as covering our frame (guard.ts).
 */
export function riseAbove(document: Document, host: HTMLElement): void {
  if (!('showPopover' in host) || host.matches(':popover-open') || !document.querySelector(':modal')) return;
  host.setAttribute('popover', 'manual');
  host.showPopover();
}

import type { Places } from './recogniser.ts';

/** Where facts stood on a page, for as long as the page is there. */
export type PagePlaces = Places & {
  /** The node of a number that is still on the page. */
  nodeAt: (at: number) => Node | null;
};

/** A page that makes nodes without end is not remembered without end: what comes later cannot be pointed at. */
const mostPlaces = 100_000;

export function makePlaces(): PagePlaces {
  const numbers = new WeakMap<Node, number>();
  // A node that left the page is not kept alive by us.
  const nodes: WeakRef<Node>[] = [];
  return {
    // The same node has the same number when the page is read again: what is shown meanwhile stays true.
    mark: (node) => {
      const known = numbers.get(node);
      if (known !== undefined) return known;
      if (nodes.length >= mostPlaces) return mostPlaces;
      const number = nodes.push(new WeakRef(node)) - 1;
      numbers.set(node, number);
      return number;
    },
    nodeAt: (at) => {
      const node = nodes[at]?.deref();
      return node?.isConnected ? node : null;
    },
  };
}

// Our scripts in one page share an isolated world of their own, which the page's scripts cannot see into.
const place = Symbol.for('sidebook.places');
type World = typeof globalThis & { [place]?: PagePlaces };

/** The places of this page: marked by the script that reads it, asked by the one that points. */
export function placesHere(): PagePlaces {
  const world = globalThis as World;
  world[place] ??= makePlaces();
  return world[place];
}

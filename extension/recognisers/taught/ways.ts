import { childrenOf, plain } from '../dom.ts';
import { elementsOf } from './extract.ts';
import { fits, type Step } from './recipe.ts';
import { stableId, stepOf } from './stable.ts';

const deepest = 6;
const parentOf = (element: Element): Element | null => plain(element).parentElement;
const tagOf = (element: Element): string => plain(element).localName;
const isRoot = (element: Element): boolean => ['body', 'html'].includes(tagOf(element));

/** Where among its siblings of the same tag an element stands, from 1; nothing where it is the only one. */
function nthOf(element: Element): Pick<Step, 'nth'> {
  const parent = parentOf(element);
  const same = parent ? [...childrenOf(parent)].filter((each) => tagOf(each) === tagOf(element)) : [];
  return same.length > 1 ? { nth: same.indexOf(element) + 1 } : {};
}

/** From an ancestor (left out) down to an element. */
function chain(element: Element, top: Element): Element[] | null {
  const found: Element[] = [];
  for (let at: Element | null = element; at && at !== top; at = parentOf(at)) {
    found.unshift(at);
    if (found.length > deepest) return null;
  }
  return found;
}

/** Ways to an element inside its card, the most telling first; each leads to it before any other. */
export function waysIn(card: Element, element: Element): Step[][] {
  if (card === element) return [[]];
  const between = chain(element, card);
  const own = stepOf(element);
  const parent = parentOf(element);
  const above = parent && parent !== card && between ? stepOf(parent) : null;
  const bare: Step = { tag: tagOf(element) };
  const ways: Step[][] = [
    ...(own.named ? [[own.step]] : []),
    ...(above?.named ? [[above.step, { ...bare, child: true as const }]] : []),
    [bare],
    ...(between ? [between.map((each) => ({ tag: tagOf(each), child: true as const, ...nthOf(each) }))] : []),
  ];
  return ways.filter((steps) => areFit(steps) && elementsOf(card, steps)[0] === element);
}

/** Ways to an element and those like it on the page: by what it is, by where it stands below something named, by tags. */
export function waysToAll(element: Element): Step[][] {
  const own = stepOf(element);
  const tags: Step[] = [{ ...own.step }];
  const ways: Step[][] = own.named ? [[own.step]] : [];
  const bare: Step[] = [{ tag: tagOf(element) }];
  let at = element;
  for (let level = 0; level < deepest; level++) {
    const parent = parentOf(at);
    if (!parent || isRoot(parent)) break;
    const above = stepOf(parent);
    const id = stableId(parent);
    const [head, ...rest] = level === 0 ? bare : tags;
    if (head && (above.named || id)) {
      const below: Step[] = [{ ...head, child: true }, ...rest];
      ways.push([id ? { tag: tagOf(parent), id } : above.step, ...below]);
      break;
    }
    if (level < 4) tags.splice(0, 1, { tag: tagOf(parent) }, { tag: tagOf(at), child: true });
    at = parent;
  }
  if (tags.length > 1) ways.push(tags);
  return ways.filter(areFit);
}

/** Ways to the one element of a page: by its name, by its tag alone, by its place. */
export function waysToOne(document: Document, element: Element): Step[][] {
  const own = stepOf(element);
  const path: Step[] = [];
  for (let at: Element | null = element; at && !isRoot(at) && path.length < 7; at = parentOf(at)) {
    const id = at === element ? null : stableId(at);
    const below = path[0];
    if (below) path[0] = { ...below, child: true };
    path.unshift(id ? { tag: tagOf(at), id } : { tag: tagOf(at), ...nthOf(at) });
    if (id) break;
  }
  return [...(own.named ? [[own.step]] : []), [{ tag: tagOf(element) }], path].filter(
    (steps) => areFit(steps) && elementsOf(document, steps)[0] === element,
  );
}

/** Made-up tags may hold what no step may. */
const areFit = (steps: readonly Step[]): boolean =>
  steps.length <= 8 && steps.every(({ tag, nth = 1 }) => fits.tag(tag) && nth <= 500);

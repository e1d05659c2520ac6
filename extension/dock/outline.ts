import { plain } from '../recognisers/dom.ts';
import { clearFrom, markOurs, riseAbove } from './ours.ts';

/** Lines around places of a page: on top of everything, in nobody's way, and gone without a trace. */
export type Outline = {
  /** Draws around these, and follows them while the page moves. */
  around(places: readonly Place[]): void;
  remove(): void;
};
/** `strong`: the one that is meant, among others like it. */
export type Place = { node: Node; strong: boolean };

/** More lines than these are no help to anybody. */
const most = 200;

export function makeOutline(page: Document): Outline {
  const document = plain(page);
  const host = markOurs(document.createElement('div'));
  const style = {
    all: 'initial',
    position: 'fixed',
    inset: '0 auto auto 0',
    // A box over all of the window would cover our own panel, which then takes no click.
    width: '0',
    height: '0',
    display: 'block',
    overflow: 'visible',
    'pointer-events': 'none',
    'z-index': '2147483645',
  };
  for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, 'important');
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const boxes: HTMLElement[] = [];
  let places: readonly Place[] = [];
  let frame = 0;

  const boxAt = (index: number): HTMLElement => {
    const known = boxes[index];
    if (known) return known;
    const box = document.createElement('div');
    boxes.push(box);
    root.append(box);
    return box;
  };
  const draw = (): void => {
    const limit = clearFrom() - 8;
    const shown = places.flatMap(({ node, strong }) => {
      const area = areaOf(node);
      if (!area || area.left >= limit) return [];
      const { left, top, height } = area;
      return [{ area: { left, top, height, width: Math.min(area.width, limit - left) }, strong }];
    });
    for (let index = 0; index < Math.max(shown.length, boxes.length); index++) {
      const each = shown[index];
      if (!each) {
        if (boxes[index]) (boxes[index] as HTMLElement).style.display = 'none';
        continue;
      }
      const { area, strong } = each;
      boxAt(index).style.cssText =
        `all:initial;position:absolute;pointer-events:none;box-sizing:border-box;left:${area.left - 4}px;top:${area.top - 4}px;` +
        `width:${area.width + 8}px;height:${area.height + 8}px;border-radius:4px;` +
        `border:${strong ? '3px solid' : '2px dashed'} #3e63dd;box-shadow:0 0 0 1px #fff`;
    }
    frame = requestAnimationFrame(draw);
  };
  return {
    around(next) {
      places = next.slice(0, most);
      if (!host.isConnected) document.documentElement.append(host);
      riseAbove(document, host);
      cancelAnimationFrame(frame);
      draw();
    },
    remove() {
      cancelAnimationFrame(frame);
      places = [];
      host.remove();
    },
  };
}

/** Where a node is drawn; null where it is not. */
export function areaOf(node: Node): DOMRect | null {
  const { ownerDocument } = plain(node);
  if (!ownerDocument) return null;
  // What is in it, not how wide its line is; a picture has nothing in it.
  const range = plain(ownerDocument).createRange();
  range.selectNodeContents(node);
  const area = range.getBoundingClientRect();
  if (area.width > 0 && area.height > 0) return area;
  if (node.nodeType !== 1) return null;
  // A form shows its fields in place of its own methods.
  const own = Element.prototype.getBoundingClientRect.call(node);
  return own.width > 0 && own.height > 0 ? own : null;
}

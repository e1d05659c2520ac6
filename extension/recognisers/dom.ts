/** Without its own properties: a form and the document show their named parts as these (HTML 3.1.6, 4.10.3). */
const handler: ProxyHandler<Node> = {
  get(target, name) {
    const made: object = Object.getPrototypeOf(target);
    const value: unknown = name in made ? Reflect.get(made, name, target) : Reflect.get(target, name);
    return typeof value === 'function' ? value.bind(target) : value;
  },
};

/**
 * A node as the DOM made it. `<input name=children>` stands in for `form.children`, `<img name=body>` for
 * `document.body`, in our isolated world too; both are read by their prototypes, which the page does not reach.
 * Only for reading from: a node that is kept or handed to the DOM stays the one given.
 */
export function plain<T extends Node>(node: T): T {
  if (!isNamed(node) || views.has(node)) return node;
  const view = new Proxy<Node>(node, handler) as T;
  views.add(view);
  return view;
}
/** What is plain already. */
const views = new WeakSet<Node>();

/** A document or a form. A name can put an element in place of a property, never a number or a text. */
export function isNamed(node: Node): boolean {
  const { nodeType } = node;
  if (nodeType === 1) {
    const { localName } = node as Element;
    return localName === 'form' || typeof localName !== 'string';
  }
  return nodeType === 9 || typeof nodeType !== 'number';
}

/** Children of one element that are looked at. */
const mostChildren = 5_000;

export function childrenOf(element: Element): Element[] {
  const found: Element[] = [];
  for (const child of plain(element).children) if (found.push(child) >= mostChildren) break;
  return found;
}
/** The words of an element's class; by its node, for some DOMs make the text of a class anew each time. */
export const classesOf = (element: Element): string[] =>
  (plain(element).getAttributeNode('class')?.value ?? '').split(/\s+/, 100).filter(Boolean);
export const attributeOf = (element: Element, name: string): string | null =>
  plain(element).getAttribute(name);

/**
 * The text in an element, at most `most` UTF-16 units of it and 2,000 nodes: `textContent` would copy 100 MB first.
 * @param instead what stands for an element, where it is not the text in it
 */
export function textOf(root: Element, most = 4_000, instead?: (element: Element) => string | null): string {
  let text = '';
  let left = 2_000;
  let node: Node | null = plain(root).firstChild;
  while (node && text.length < most && left-- > 0) {
    const { nodeType, firstChild } = plain(node);
    if (nodeType === 3 || nodeType === 4) {
      const data = node.nodeValue ?? '';
      text += data.length > most ? data.slice(0, most) : data;
    } else if (nodeType === 1) {
      const other = instead?.(node as Element) ?? null;
      if (other !== null) text += other;
      else if (firstChild && !silent.has((node as Element).localName)) {
        node = firstChild;
        continue;
      }
    }
    let at: Node | null = node;
    node = null;
    while (at && at !== root) {
      const up: Node = plain(at);
      if (up.nextSibling) {
        node = up.nextSibling;
        break;
      }
      at = up.parentNode;
    }
  }
  return text.slice(0, most);
}

const silent = new Set(['script', 'style', 'template']);

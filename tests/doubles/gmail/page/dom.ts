/** Elements are made here only, so that any class, attribute or part can be left out by the page's address. */

type Child = Node | string | null | undefined;
type Attrs = Record<string, string | boolean | null | undefined>;

const query = new URLSearchParams(location.search);
const list = (name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter(Boolean);
const strippedClasses = new Set(list('stripclass'));
/** `name` or `name=value`. */
const strippedAttrs = new Set(list('stripattr'));
const off = new Set(list('off'));

/** False when `?off=` names this part of Gmail. */
export const isOn = (part: string): boolean => !off.has(part);

const isStripped = (name: string, value: string): boolean =>
  strippedAttrs.has(name) || strippedAttrs.has(`${name}=${value}`);

export const addClass = (element: Element, ...names: string[]): void =>
  element.classList.add(...names.filter((name) => !strippedClasses.has(name)));

export function setAttr(element: Element, name: string, value: string): void {
  if (!isStripped(name, value)) element.setAttribute(name, value);
}

/** `el('div.nH.bkK', { role: 'main' }, child, 'text')`. Children are nodes or text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  selector: K | `${K}.${string}`,
  attrs: Attrs = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = selector.split('.');
  const element = document.createElement(tag ?? 'div') as HTMLElementTagNameMap[K];
  addClass(element, ...classes);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined || value === false) continue;
    setAttr(element, name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

type Rich = string | { tag: string; attrs?: Record<string, string>; children: Rich[] };

/** A mail's body: elements and text as the server describes them. */
export function richNode(rich: Rich): Node {
  if (typeof rich === 'string') return document.createTextNode(rich);
  const element = document.createElement(rich.tag);
  for (const [name, value] of Object.entries(rich.attrs ?? {})) element.setAttribute(name, value);
  element.append(...rich.children.map(richNode));
  return element;
}

/** Builds `div > div > … > last` of plain divs: some of Gmail's paths are only depth. */
export function nest(depth: number, inner: Node): HTMLElement {
  let node = inner;
  for (let level = 0; level < depth; level++) node = el('div', {}, node);
  return node as HTMLElement;
}

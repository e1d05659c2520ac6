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
const renamedClasses = new Set(list('renameclass'));
/** `name` or `name=value`. */
const strippedAttrs = new Set(list('stripattr'));
const renamedAttrs = new Set(list('renameattr'));
const off = new Set(list('off'));

/** False when `?off=` names this part of Gmail. */
export const isOn = (part: string): boolean => !off.has(part);

/** Ours: it is styled or asked for by this page's own code, and Gmail has nothing of the kind. */
const isOwn = (name: string): boolean => name.startsWith('s-') || name.startsWith('data-s');

/** Every class and attribute that this page gave to an element so far, for whoever takes them away one by one. */
const given = new Set<string>();
Object.assign(window, { sampleGiven: given });

/**
 * What Gmail calls an element is kept a second time in `data-s`, by which alone this page's own styles and code ask:
 * so the page works on when a name is taken away, as Gmail's own does when it renames.
 */
export function addClass(element: Element, ...names: string[]): void {
  const known = new Set((element.getAttribute('data-s') ?? '').split(' ').filter(Boolean));
  for (const name of names) {
    if (isOwn(name)) {
      element.classList.add(name);
      continue;
    }
    given.add(`class ${name}`);
    known.add(name);
    if (renamedClasses.has(name)) element.classList.add(`${name}-new`);
    else if (!strippedClasses.has(name)) element.classList.add(name);
  }
  if (known.size > 0) element.setAttribute('data-s', [...known].join(' '));
}

export function dropClass(element: Element, ...names: string[]): void {
  const known = (element.getAttribute('data-s') ?? '').split(' ');
  element.setAttribute('data-s', known.filter((name) => !names.includes(name)).join(' '));
  element.classList.remove(...names, ...names.map((name) => `${name}-new`));
}

/** Whether Gmail calls it so, whatever became of the name. */
export const isCalled = (element: Element, name: string): boolean => element.matches(called(name));
/** Selects what Gmail calls so. */
export const called = (name: string): string => `[data-s~="${name}"]`;

export function setAttr(element: Element, name: string, value: string): void {
  if (!isOwn(name)) given.add(`attr ${name}=${value}`);
  if (strippedAttrs.has(name) || strippedAttrs.has(`${name}=${value}`)) return;
  if (renamedAttrs.has(`${name}=${value}`)) element.setAttribute(name, `${value}-new`);
  else element.setAttribute(renamedAttrs.has(name) ? `data-new-${name}` : name, value);
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

import { attributeOf, childrenOf, classesOf, textOf } from './dom.ts';
import { absolute } from './schema-thing.ts';
import { clean } from './sight.ts';

/**
 * An h-card as microformats.org/wiki/microformats2-parsing reads it: properties in document order, addresses absolute.
 * The name is empty where the card tells none and none is implied.
 */
export type Card = {
  name: string;
  properties: Map<string, string[]>;
  emails: string[];
  /** Where each value stood. */
  where: Map<string, Element>;
};

/** How a property's value is taken: `p` text, `u` address, `dt` time, `e` content. */
type Kind = 'p' | 'u' | 'dt' | 'e';
type Value = { value: string; plain: string };

/** hCard 1: its class names, and what they are in version 2. */
const classic = new Map<string, [Kind, string]>([
  ...'honorific-prefix given-name additional-name family-name honorific-suffix nickname org organization-name organization-unit adr post-office-box extended-address street-address locality region postal-code country-name label tel note role category sort-string'
    .split(' ')
    .map((name): [string, [Kind, string]] => [name, ['p', name]]),
  ...'url uid logo photo email sound key'
    .split(' ')
    .map((name): [string, [Kind, string]] => [name, ['u', name]]),
  ['fn', ['p', 'name'] as [Kind, string]],
  ['title', ['p', 'job-title'] as [Kind, string]],
]);
const modern = /^(p|u|dt|e)-((?:[a-z0-9]+-)?[a-z]+(?:-[a-z]+)*)$/;
/** Words that begin something of its own, whose properties are not the card's. Addresses are read as the card's. */
const rootWord = /^h-(?!adr$|geo$)[a-z]/;
const classicRoot = /^(?:vcard|hentry|vevent|hreview|hproduct|hresume|hrecipe|h-[a-z].*)$/;
const mostValues = 50;
/** Elements of one card: it is read in one step. */
const mostElements = 1_500;

const rootWords = (classes: readonly string[]): boolean =>
  classes.some((word) => rootWord.test(word) || classicRoot.test(word));

/** Reads one card. */
export function readCard(root: Element, base: string): Card {
  const card: Card = { name: '', properties: new Map(), emails: [], where: new Map() };
  const isModern = classesOf(root).includes('h-card');
  const kinds = new Set<Kind>();
  let hasNested = false;
  let left = mostElements;
  const add = (name: string, { value, plain }: Value, element: Element): void => {
    const values = card.properties.get(name) ?? [];
    if (name === 'email' && card.emails.length < mostValues) card.emails.push(clean(plain));
    if (!value || values.length >= mostValues) return;
    card.properties.set(name, [...values, value]);
    if (!card.where.has(value)) card.where.set(value, element);
  };
  const visit = (element: Element, level: number): void => {
    if (level > 60 || left-- <= 0 || element.localName === 'template') return;
    const classes = classesOf(element);
    const isNested = rootWords(classes);
    if (isNested) hasNested = true;
    const told = new Set<string>();
    for (const word of classes) {
      const [kind, name] = isModern ? partsOf(word) : (classic.get(word) ?? []);
      if (!kind || !name || told.has(`${kind}${name}`)) continue;
      told.add(`${kind}${name}`);
      kinds.add(kind);
      const value = isNested && isModern ? nestedValue(element, kind, base) : readValue(element, kind, base);
      add(name, value, element);
    }
    if (isNested) return;
    for (const child of childrenOf(element)) visit(child, level + 1);
  };
  for (const child of childrenOf(root)) visit(child, 0);
  card.name = card.properties.get('name')?.[0] ?? '';
  if (!isModern) return card;
  // Implied properties: of a card that tells nothing else.
  if (!card.properties.has('name') && !hasNested && !kinds.has('p') && !kinds.has('e'))
    card.name = impliedName(root);
  if (!card.properties.has('url') && !hasNested && !kinds.has('u')) {
    const url = impliedUrl(root, base);
    if (url) card.properties.set('url', [url]);
  }
  return card;
}

const partsOf = (word: string): [Kind, string] | [] => {
  const [, kind, name] = modern.exec(word) ?? [];
  return kind && name ? [kind as Kind, name] : [];
};

/** Of a card in a property, its name or its address. */
function nestedValue(element: Element, kind: Kind, base: string): Value {
  const { name, properties } = readCard(element, base);
  const url = properties.get('url')?.[0];
  return kind === 'u' && url ? same(url) : same(name || textIn(element));
}

const same = (value: string): Value => ({ value: clean(value), plain: value });

function readValue(element: Element, kind: Kind, base: string): Value {
  const name = element.localName;
  const attribute = (key: string): string | null => attributeOf(element, key);
  if (kind === 'u') {
    const address =
      (name === 'a' || name === 'area' || name === 'link' ? attribute('href') : null) ??
      (/^(?:img|audio|video|source|iframe)$/.test(name) ? attribute('src') : null) ??
      (name === 'video' ? attribute('poster') : null) ??
      (name === 'object' ? attribute('data') : null);
    const plain = address ?? partValue(element) ?? writtenValue(element) ?? textIn(element);
    return { value: absolute(clean(plain), base), plain };
  }
  if (kind === 'e') return same(textIn(element));
  // A number is surer where it can be called than where it is written.
  const href = name === 'a' ? attribute('href') : null;
  if (href && /^tel:/i.test(href)) return same(href);
  const image = name === 'img' || name === 'area' ? attribute('alt') : null;
  return same(partValue(element) ?? writtenValue(element) ?? image ?? textIn(element));
}

const writtenValue = (element: Element): string | null => {
  const name = element.localName;
  if (name === 'abbr' || name === 'link') return attributeOf(element, 'title');
  if (name === 'data' || name === 'input') return attributeOf(element, 'value');
  if (name === 'time') return attributeOf(element, 'datetime');
  return null;
};

/** The value class pattern: what stands in the parts with class `value`, together. */
function partValue(root: Element): string | null {
  const parts: string[] = [];
  const visit = (element: Element, level: number): void => {
    if (level > 20 || parts.length >= mostValues || element.localName === 'template') return;
    const classes = classesOf(element);
    if (rootWords(classes)) return;
    if (classes.includes('value-title')) parts.push(attributeOf(element, 'title') ?? '');
    else if (classes.includes('value'))
      parts.push(
        writtenValue(element) ??
          (/^(?:img|area)$/.test(element.localName) ? attributeOf(element, 'alt') : null) ??
          textIn(element),
      );
    else for (const child of childrenOf(element)) visit(child, level + 1);
  };
  for (const child of childrenOf(root)) visit(child, 0);
  return parts.length > 0 ? parts.join('') : null;
}

/** The text of an element, a picture by what stands for it. */
const textIn = (element: Element): string =>
  textOf(element, 4_000, (inner) => (inner.localName === 'img' ? (attributeOf(inner, 'alt') ?? '') : null));

function impliedName(root: Element): string {
  const own = named(root);
  if (own !== null) return clean(own);
  const only = onlyChild(root);
  const inner = only && (named(only) ?? namedOnlyIn(only));
  return clean(inner || textIn(root));
}
const namedOnlyIn = (element: Element): string | null => {
  const only = onlyChild(element);
  return only ? named(only) : null;
};
const named = (element: Element): string | null => {
  const { localName } = element;
  if (localName === 'img' || localName === 'area') return attributeOf(element, 'alt');
  return localName === 'abbr' ? attributeOf(element, 'title') : null;
};
/** The only child, where that is nothing of its own. */
const onlyChild = (element: Element): Element | null => {
  const [only, ...others] = childrenOf(element);
  return only && others.length === 0 && !rootWords(classesOf(only)) ? only : null;
};

function impliedUrl(root: Element, base: string): string | null {
  const only = onlyChild(root);
  const link = [root, onlyLink(root), only && onlyLink(only)].find(
    (each) => each && /^(?:a|area)$/.test(each.localName) && attributeOf(each, 'href') !== null,
  );
  return link ? absolute(attributeOf(link, 'href') ?? '', base) : null;
}
const onlyLink = (element: Element): Element | null => {
  const links = childrenOf(element).filter(({ localName }) => localName === 'a');
  const [link] = links;
  return link && links.length === 1 && !rootWords(classesOf(link)) ? link : null;
};

import type { RowChip, RowChips } from '../../messages/rows.ts';
import { type RowParts, rowPlace } from '../dom/rows.ts';
import { rowTag as tag } from '../dom/selectors.ts';
import { rowStyle } from './style.ts';

type Host = { element: HTMLElement; group: HTMLElement; of: string; shown: string };
export type Look = { dark: boolean; locale: string };

/** Puts chips on rows and takes them away. A row has one host of ours, which is used again. */
export function makeChips(document: Document) {
  const hosts = new Map<Element, Host>();
  const dress = dressOf(document);
  // What a copy of this script left that was updated away.
  for (const left of document.querySelectorAll(tag)) left.remove();

  function newHost(): Host {
    const element = document.createElement(tag);
    const root = element.attachShadow({ mode: 'closed' });
    dress(root);
    const group = document.createElement('span');
    group.className = 'all';
    // One thing with one name, for whoever hears the page: what stands on the chips alone says too little.
    group.role = 'img';
    root.append(group);
    return { element, group, of: '', shown: '' };
  }

  function fill(host: Host, { chips, whole }: RowChips, look: Look): void {
    const shown = JSON.stringify([chips, whole, look.locale]);
    host.element.toggleAttribute('dark', look.dark);
    if (shown === host.shown) return;
    host.shown = shown;
    host.group.lang = look.locale;
    host.group.title = whole.join('\n');
    host.group.ariaLabel = whole.join('. ');
    host.group.replaceChildren(...chips.map((chip) => chipElement(document, chip)));
  }

  const clear = (head: Element): void => {
    hosts.get(head)?.element.remove();
    hosts.delete(head);
  };
  return {
    /** Draws what is to stand on the row, or nothing where there is nothing. */
    show(parts: RowParts, chips: RowChips | null, look: Look): void {
      const [head] = parts;
      const place = chips && chips.chips.length > 0 ? rowPlace(parts) : null;
      if (!chips || !place) {
        clear(head);
        return;
      }
      const host = hosts.get(head) ?? newHost();
      hosts.set(head, host);
      host.of = chips.id;
      fill(host, chips, look);
      if (host.element.parentElement === place.in) return;
      place.in.insertBefore(host.element, place.before);
    },
    /** Takes away what stands on a row that is another conversation's by now, also where it was moved with other parts. */
    check(parts: RowParts, id: string | null): void {
      const [head] = parts;
      const own = hosts.get(head);
      if (own && own.of !== id) clear(head);
      for (const part of parts)
        for (const found of part.getElementsByTagName(tag))
          if (found !== hosts.get(head)?.element) found.remove();
    },
    isMissing: (head: Element): boolean => hosts.get(head)?.element.isConnected === false,
    setDark(dark: boolean): void {
      for (const { element } of hosts.values()) element.toggleAttribute('dark', dark);
    },
    /** Rows that left the page are forgotten. */
    prune(): void {
      for (const head of hosts.keys()) if (!head.isConnected) clear(head);
    },
    clearAll(): void {
      for (const { element } of hosts.values()) element.remove();
      hosts.clear();
    },
  };
}

/** One sheet for all rows; where a content script may not give one to a page's root, as in Firefox, an element each. */
function dressOf(document: Document): (root: ShadowRoot) => void {
  let sheet: CSSStyleSheet | null = new CSSStyleSheet();
  sheet.replaceSync(rowStyle);
  return (root) => {
    try {
      if (sheet) {
        root.adoptedStyleSheets = [sheet];
        return;
      }
    } catch {
      // Firefox takes the sheet for another document's (its bug 1751346), and will for every row.
      sheet = null;
    }
    const style = document.createElement('style');
    style.textContent = rowStyle;
    root.append(style);
  };
}

function chipElement(document: Document, { kind, text, tone, colour }: RowChip): HTMLElement {
  const chip = document.createElement('span');
  chip.className = `chip ${kind} ${tone}`;
  if (colour) {
    const mark = document.createElement('i');
    mark.style.background = colour;
    chip.append(mark);
  }
  if (kind === 'due') chip.append(clock(document));
  chip.append(text);
  return chip;
}

function clock(document: Document): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M6 1.2a4.8 4.8 0 1 0 .01 0M6 3.4V6l1.9 1.3');
  svg.append(path);
  return svg;
}

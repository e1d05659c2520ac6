import type { Page } from 'playwright-core';

/** States that a row or button has beside others that have them not. */
const states = ['aria-selected', 'aria-pressed', 'aria-current', 'aria-checked'];

/**
 * With forced colours the page's backgrounds and shadows are gone. Whatever is chosen, pressed or current must still look
 * unlike its neighbours: by a border, an outline, its weight, a sign, or one of the system's own colours.
 */
export const colourAlone = (page: Page): Promise<string[]> =>
  page.evaluate((names) => {
    const told = [
      'color',
      'background-color',
      'border',
      'outline',
      'font-weight',
      'text-decoration',
      'margin-inline-start',
    ];
    const lookOf = (part: Element): string => {
      const style = (pseudo?: string) => {
        const all = getComputedStyle(part, pseudo);
        return [...told, 'content', 'background-image'].map((name) => all.getPropertyValue(name)).join();
      };
      // What the words are is no matter, but whether there are any, and how they are drawn; a sign is its lines.
      if (part instanceof SVGElement) return part.innerHTML;
      return [
        part.tagName,
        part.textContent === '',
        style(),
        style('::before'),
        style('::after'),
        [...part.children].map(lookOf).join(),
      ].join('|');
    };
    // Of a current link its row may tell.
    const boxOf = (part: Element, name: string): Element =>
      (name === 'aria-current' && part.closest('li, tr')) || part;
    const isOn = (value: string | null): boolean => value !== null && value !== 'false';
    return names.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)]
        .filter((part) => isOn(part.getAttribute(name)) && part.checkVisibility())
        .flatMap((part) => {
          const peers = [...document.getElementsByTagName(part.tagName)].filter(
            (peer) =>
              peer.className === part.className && !isOn(peer.getAttribute(name)) && peer.checkVisibility(),
          );
          const look = lookOf(boxOf(part, name));
          return peers.some((peer) => lookOf(boxOf(peer, name)) === look)
            ? [`told by a colour alone: ${name} of ${part.outerHTML.slice(0, 120)}`]
            : [];
        }),
    );
  }, states);

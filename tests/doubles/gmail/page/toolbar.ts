import { addClass, el, isOn } from './dom.ts';
import { say } from './words.ts';

const button = (mark: string, word: Parameters<typeof say>[0], onClick?: () => void): HTMLElement => {
  const element = el(
    'div.T-I.J-J5-Ji.s-button',
    { role: 'button', tabindex: '0', 'aria-label': say(word), 'data-tooltip': say(word) },
    el('div.asa', {}, el(`div.${mark}` as 'div', {}, say(word))),
  );
  addClass(element, mark);
  if (onClick) element.addEventListener('click', onClick);
  return element;
};

/** `gh=` stands on the visible view only; sections are `.G-Ni`, told apart by their native buttons. */
export function toolbar(onBack?: () => void): HTMLElement | null {
  if (!isOn('toolbars')) return null;
  const back = onBack ? el('div.G-Ni.J-J5-Ji', {}, button('lS', 'back', onBack)) : null;
  return el(
    'div.G-atb.s-toolbar',
    { gh: 'tm' },
    el(
      'div.nH.aqK',
      { gh: 'mtb' },
      back,
      el('div.G-Ni.J-J5-Ji', {}, button('lR', 'archive'), button('nX', 'remove')),
      el('div.G-Ni.J-J5-Ji', {}, button('ns', 'move'), button('mw', 'labels')),
      el('div.G-Ni.J-J5-Ji', {}, button('nf', 'more')),
    ),
  );
}

import { called, el, isOn } from './dom.ts';
import { foldNavigation, navigation } from './nav.ts';
import { searchField } from './search.ts';
import { boot } from './state.ts';
import { say } from './words.ts';

export type Frame = {
  /** `div.aeF > div.nH`: every child with class nH is a view of Gmail. */
  views: HTMLElement;
  /** Where compose windows stand. */
  moles: HTMLElement;
  notice(text: string): void;
};

const initials = (name: string): string => [...name][0] ?? '?';

function header(): HTMLElement {
  const support = el(
    'div.s-help',
    {},
    el(
      'div',
      {},
      el('div.s-icon', { role: 'button', 'data-tooltip': say('help'), tabindex: '0' }, '?'),
      el('div.s-menu', { role: 'menu', style: 'display:none' }),
    ),
  );
  const account = el(
    'div.s-account',
    { 'aria-label': say('account') },
    el(
      'div',
      {},
      el(
        'div.s-accountcard',
        {},
        el('div', {}, boot.account.name),
        el('div', {}, boot.account.email),
        el('a', { href: 'https://myaccount.google.com/', hidden: true, tabindex: '-1' }, ''),
      ),
    ),
    el('div.s-avatar', { 'aria-hidden': 'true' }, initials(boot.account.name)),
  );
  const burger = el(
    'div.s-icon',
    { 'aria-expanded': 'true', 'aria-label': say('menu'), role: 'button' },
    '≡',
  );
  burger.addEventListener('click', foldNavigation);
  return el(
    'header.s-header.oy8Mbf.qp',
    { role: 'banner' },
    el('div.s-brand', {}, el('div', {}, burger), el('div.s-name', {}, say('sample'))),
    el(
      'div.s-top',
      {},
      el('div.s-searchbox', {}, searchField(say('search'))),
      el('div.s-tools', {}, support, account),
    ),
  );
}

/** The right-hand column. Closed at first, as Gmail's is; the SDK opens it by classes of its own. */
function sidePanel(): HTMLElement {
  const content = el(
    'div.brC-brG',
    { style: 'display:none' },
    el('div.s-companion', {}),
    el('div.s-companion', {}),
  );
  const rail = el(
    'div.brC-aT5-aOt-Jw.s-rail',
    { role: 'complementary', 'aria-label': say('sidePanel') },
    el(
      'div.brC-aT5-aOt-bsf-Jw',
      {},
      el(
        'div.J-KU-Jg',
        { role: 'tablist', 'aria-label': say('sidePanel') },
        el('div.s-tab', { role: 'tab', 'aria-selected': 'false', 'aria-label': 'Calendar' }),
        el('div.s-tab', { role: 'tab', 'aria-selected': 'false', 'aria-label': 'Tasks' }),
        el('div.s-separator', { role: 'separator' }),
      ),
    ),
  );
  return el(
    'div.aUx.s-column',
    {},
    isOn('sidebar-content') ? el('div.WN9Ejb.br3.s-panel', {}, content) : null,
    isOn('rail') ? rail : null,
    el('div.aT5-aOt-I.s-collapse', { role: 'button', 'aria-label': say('sidePanel'), hidden: true }),
  );
}

const isPopOut = location.pathname.endsWith('/popout');

export function buildFrame(): Frame {
  const views = el('div.nH.s-views', {});
  const moles = el('div.no.s-moles', {});
  const notice = el('div.vh.s-notice', {}, '');
  const content = el(
    'div.nH.bkK.s-content',
    {},
    el('div.nH.s-sheet', {}, el('div.Tm.aeJ.s-scroll', {}, el('div.aeF', {}, views))),
  );
  document.body.append(
    el('div.s-banner', { role: 'note' }, say('banner')),
    isOn('header') ? header() : el('div', {}),
    el('div.b8.s-butter', { role: 'alert' }, el('div', {}, notice)),
    el(
      'div.s-body',
      {},
      ...(isPopOut ? [content] : navigation(content)),
      isOn('sidebar') && !isPopOut ? sidePanel() : null,
    ),
    el('div.dw.s-dock', {}, el('div.nH', {}, el('div.nH', {}, moles))),
  );
  // Gmail writes the height of its list of places into the element, and anew with every change of the window.
  const fill = (): void => {
    const nav = document.querySelector<HTMLElement>(called('aeN'));
    if (nav?.parentElement) nav.style.height = `${content.clientHeight}px`;
  };
  fill();
  window.addEventListener('resize', fill);
  let timer = 0;
  return {
    views,
    moles,
    notice(text) {
      notice.textContent = text;
      notice.classList.add('s-shown');
      clearTimeout(timer);
      timer = window.setTimeout(() => notice.classList.remove('s-shown'), 4_000);
    },
  };
}

import { openCompose } from './compose.ts';
import { addClass, called, dropClass, el, isCalled, isOn } from './dom.ts';
import { allThreads, boot, isUnread } from './state.ts';
import { say } from './words.ts';

const places = ['inbox', 'starred', 'sent', 'drafts', 'all'] as const;
const isAppMenu = new URLSearchParams(location.search).get('nav') === 'app';

function item(place: (typeof places)[number]): HTMLElement {
  const count =
    place === 'inbox' ? allThreads().filter((t) => t.labels.includes('inbox') && isUnread(t)).length : 0;
  const link = el(
    'a.J-Ke.n0',
    { href: `#${place}`, 'aria-label': say(place), title: say(place) },
    say(place),
  );
  return el(
    'div.aim.s-item',
    { 'data-place': place },
    el(
      'div.TO',
      { 'data-tooltip': say(place) },
      el(
        'div.TN',
        {},
        el('div.qj', {}),
        el('div.aio', {}, el('span.nU', {}, link), count > 0 ? el('div.bsU', {}, String(count)) : null),
      ),
    ),
  );
}

/** The list of places. The SDK puts its own items into `.n3`. */
const places_ = (): HTMLElement =>
  el('div.yJ', {}, el('div.wT', {}, el('div.n3', {}, el('div.byl', {}, ...places.map(item)))));

function composeButton(marks: Record<string, string>): HTMLElement {
  const button = el(
    'div.T-I.T-I-KE.L3.s-compose',
    { role: 'button', tabindex: '0', ...marks },
    say('compose'),
  );
  button.addEventListener('click', () => openCompose({}));
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') openCompose({});
  });
  return button;
}

/** Gmail rewrites an inline `style` when its theme changes; that is what the SDK watches. */
function themeSwitch(): HTMLElement {
  const button = el('a', { href: location.hash || '#inbox' }, say('theme'));
  button.addEventListener('click', (event) => {
    event.preventDefault();
    const isDark = document.body.classList.toggle('s-dark');
    const style = document.getElementById('theme');
    if (style) style.textContent = `:root { --dark: ${isDark ? 1 : 0} }`;
  });
  return button;
}

const switches = (): HTMLElement => {
  const query = (name: string, value: string): string => {
    const next = new URLSearchParams(location.search);
    next.set(name, value);
    return `?${next}${location.hash}`;
  };
  const reading = new URLSearchParams(location.search).get('pane') === 'right';
  return el(
    'div.s-switches',
    {},
    el('a', { href: query('pane', reading ? 'none' : 'right') }, say('pane')),
    themeSwitch(),
    el('a', { href: `/mail/u/${boot.accountPath.endsWith('0') ? 1 : 0}/` }, say('other')),
  );
};

/** The left side in either of Gmail's layouts, followed by `content`; the SDK wants them to be neighbours. */
export function navigation(content: HTMLElement): HTMLElement[] {
  if (!isOn('nav')) return [content];
  if (isAppMenu) {
    const apps = el(
      'div.aeN.WR.a6o.anZ.nH.oy8Mbf.s-apps',
      { role: 'navigation' },
      el('div.Xa.XJ.apV', {}, el('div.s-app', {}, say('mail'))),
      el('div.Xa.ao4', {}, el('div.s-app', {}, say('chat'))),
    );
    const panel = el(
      'div.aqn.oy8Mbf.aIH.apV.s-nav',
      {},
      el('div.aic', {}, el('div', {}, composeButton({}))),
      el('div.Ls77Lb.aZ6', {}, el('div.pp', {}, places_())),
      switches(),
    );
    return [el('div.aqk.aql.bkL.s-appmenu', {}, apps, panel), content];
  }
  const nav = el(
    'div.aeN.WR.nH.oy8Mbf.s-nav',
    { role: 'navigation' },
    el('div.aic', {}, el('div', {}, composeButton({ gh: 'cm' }))),
    el('div.Ls77Lb.aZ6', {}, el('div.pp', {}, places_())),
    switches(),
  );
  return [nav, content];
}

/** The burger folds Gmail's list of places to icons, and unfolds it. */
export function foldNavigation(): void {
  const nav = document.querySelector(called('aeN'));
  if (!nav || isAppMenu) return;
  (isCalled(nav, 'bhZ') ? dropClass : addClass)(nav, 'bhZ');
}

export function showPlace(place: string): void {
  for (const each of document.querySelectorAll('.s-item')) {
    each.classList.toggle('s-current', each.getAttribute('data-place') === place);
  }
}

import { openCompose } from './compose.ts';
import { addClass, dropClass, el } from './dom.ts';
import { say } from './words.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, [g_editable=true]'));

/** Gmail's own keys are off until somebody turns them on; its list of them is always there. */
const areOn = new URLSearchParams(location.search).get('keys') === 'on';

function helpDialog(): HTMLElement {
  const dialog = el(
    'div.wa.aou.s-keys',
    { role: 'dialog', 'aria-label': say('keys'), tabindex: '-1' },
    el(
      'div',
      {},
      el('div.aov', {}, el('div.aow', {}, say('keys'))),
      el(
        'table.cf.wd',
        {},
        el('tbody', {}, el('tr', {}, el('td.wg.Dn', {}, 'c :'), el('td.we.Dn', {}, say('compose')))),
      ),
    ),
  );
  return dialog;
}

/** `?` lists the keys; with `?keys=on` the letters act, as Gmail's do for whoever turned them on. */
export function listenToKeys(): void {
  let dialog: HTMLElement | null = null;
  document.addEventListener('keydown', (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '?') {
      dialog?.remove();
      dialog = helpDialog();
      document.body.append(dialog);
      dropClass(dialog, 'aou');
    } else if (event.key === 'Escape' && dialog) {
      addClass(dialog, 'aou');
      dialog.remove();
      dialog = null;
    } else if (areOn && event.key === 'c') openCompose({});
    else if (areOn && event.key === '/') {
      event.preventDefault();
      document.querySelector<HTMLElement>('[role=search] input')?.focus();
    }
  });
}

import { el } from './dom.ts';
import { say } from './words.ts';

const hour = 3_600_000;

/** Gmail's own window over the page, outside the mail's: some times at hand. */
export function openSchedule(onChoose: (at: number) => void): void {
  const eight = (days: number): number => new Date(Date.now() + days * 24 * hour).setHours(8, 0, 0, 0);
  const times = [eight(1), eight(1) + 5 * hour, eight(3)];
  const dialog = el('div.s-schedule', { role: 'dialog', 'aria-label': say('schedule'), tabindex: '-1' });
  const leave = () => dialog.remove();
  for (const at of times) {
    const choice = el('div', { role: 'menuitem', tabindex: '0' }, new Date(at).toLocaleString());
    choice.addEventListener('click', () => {
      leave();
      onChoose(at);
    });
    dialog.append(choice);
  }
  dialog.addEventListener('keydown', (event) => event.key === 'Escape' && leave());
  document.body.append(dialog);
  dialog.focus();
}

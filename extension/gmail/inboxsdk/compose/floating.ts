import { clearFrom } from '../../../dock/ours.ts';
import { make } from './shadow.ts';

/** So that nothing of it leaves the window. */
const width = 345;
const height = 310;

/** An element over the page, beside a place in it; nothing of the page's styles moves it. */
export function makeFloating() {
  const host = make('div', { class: 'inboxsdk__sidebook_picker' });
  const style = (name: string, value: string): void => host.style.setProperty(name, value, 'important');
  for (const [name, value] of Object.entries({ all: 'initial', position: 'fixed', 'z-index': '2147483645' }))
    style(name, value);
  return {
    host,
    /** Never over our panel. @param end it ends where the place does, rather than beginning there */
    open(at: DOMRect, end = false): void {
      const { innerWidth, innerHeight } = window;
      const edge = Math.min(innerWidth, clearFrom() - 8);
      const left = Math.min(end ? at.right - width : at.left, edge - width);
      style('left', `${Math.max(4, left)}px`);
      if (at.bottom + height > innerHeight && at.top > innerHeight - at.bottom)
        style('bottom', `${Math.max(4, innerHeight - at.top + 4)}px`);
      else style('top', `${at.bottom + 4}px`);
      style('display', 'block');
      document.body.append(host);
    },
  };
}

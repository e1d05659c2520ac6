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
    /** @param end it ends where the place does: beside a mail's window stands our panel, which nothing of ours may cover */
    open(at: DOMRect, end = false): void {
      const { innerWidth, innerHeight } = window;
      const left = end ? at.right - width : Math.min(at.left, innerWidth - width);
      style('left', `${Math.max(4, left)}px`);
      if (at.bottom + height > innerHeight && at.top > innerHeight - at.bottom)
        style('bottom', `${Math.max(4, innerHeight - at.top + 4)}px`);
      else style('top', `${at.bottom + 4}px`);
      style('display', 'block');
      document.body.append(host);
    },
  };
}

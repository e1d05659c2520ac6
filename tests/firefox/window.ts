import type { Firefox, Tab } from './bidi.ts';

/** Alt+Shift and a letter: keys that BiDi sends reach the page alone, so the window is given them by its own input service. */
export const chord = (firefox: Firefox, letter: string): Promise<void> =>
  firefox.inWindow(`(() => {
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  input.beginInputTransactionForTests(window);
  const key = (key, code, keyCode) => new KeyboardEvent('', { key, code, keyCode });
  const keys = [key('Alt', 'AltLeft', 18), key('Shift', 'ShiftLeft', 16), key('${letter}', 'Key${letter}', ${letter.charCodeAt(0)})];
  for (const one of keys) input.keydown(one);
  for (const one of keys.reverse()) input.keyup(one);
})()`);

/** Firefox's own sidebar with our page in it, looked into from another page of the extension. */
export function sidebarOf(firefox: Firefox, ownPage: Tab) {
  const view = `browser.extension.getViews({ type: 'sidebar' })[0]?.document`;
  return {
    isOpen: () => ownPage.ask<boolean>('browser.sidebarAction.isOpen({})'),
    ask: <T>(expression: string) => ownPage.ask<T>(`((document) => ${expression})(${view})`),
    until: (expression: string, what: string) =>
      ownPage.until(`((document) => document && (${expression}))(${view})`, what),
    /** A press of the mouse, given to the window as its own: trusted, as a user's. */
    async click(selector: string): Promise<void> {
      const quoted = JSON.stringify(selector);
      const { x, y } = await ownPage.ask<{ x: number; y: number }>(`((document) => {
        const button = document.querySelector(${quoted});
        button.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = button.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })(${view})`);
      await firefox.inWindow(`(async () => {
        const sidebar = document.getElementById('sidebar');
        const panel = sidebar.contentDocument.getElementById('webext-panels-browser');
        const [outer, inner] = [sidebar.getBoundingClientRect(), panel.getBoundingClientRect()];
        const [x, y] = [outer.x + inner.x + ${x}, outer.y + inner.y + ${y}];
        for (const type of ['mousemove', 'mousedown', 'mouseup']) {
          if (window.synthesizeMouseEvent)
            window.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 });
          else windowUtils.sendMouseEvent(type, x, y, 0, 1, 0);
        }
      })()`);
    },
  };
}

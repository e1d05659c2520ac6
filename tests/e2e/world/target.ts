import type { BrowserContext, CDPSession } from 'playwright-core';

export type TargetInfo = { targetId: string; type: string; url: string };

/** A document of the browser that is no tab of its own to Playwright: the side panel above all. */
export type Target = {
  info: TargetInfo;
  /** The value of an expression in it. */
  ask<T>(expression: string): Promise<T>;
  until(expression: string, what: string): Promise<void>;
  /** Presses the middle of the first element of a selector by the mouse, as a user would. */
  click(selector: string): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  /** As an input method does: a composition, and the Enter that ends it. */
  compose(text: string): Promise<void>;
  key(key: 'Enter' | 'Escape' | 'Tab'): Promise<void>;
} & Devtools;

/** What a debugger says to a target and hears of it, whichever way it is reached. */
export type Devtools = {
  send<T>(method: string, params?: object): Promise<T>;
  on(event: string, listener: (told: never) => void): void;
};

const patience = 10_000;

export async function targetsOf(browser: CDPSession): Promise<TargetInfo[]> {
  // The empty filter excludes nothing: `tab` targets are left out by default.
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
  return targetInfos;
}

export async function waitForTarget(
  browser: CDPSession,
  isWanted: (info: TargetInfo) => boolean,
  what: string,
): Promise<TargetInfo> {
  const end = Date.now() + patience;
  for (;;) {
    const found = (await targetsOf(browser)).find(isWanted);
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s for ${what}.`);
    await sleep(50);
  }
}

/** The tab (not the page in it) that shows an address: what a click on the toolbar is about. */
export async function tabShowing(browser: CDPSession, url: string): Promise<TargetInfo> {
  return waitForTarget(browser, (info) => info.type === 'tab' && info.url.startsWith(url), `a tab at ${url}`);
}

/** A click on the extension's toolbar icon while `tab` is in front. */
export async function clickToolbar(browser: CDPSession, extensionId: string, tab: TargetInfo): Promise<void> {
  const send = browser.send as (method: string, params: object) => Promise<unknown>;
  await send.call(browser, 'Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
}

export const browserSession = async (context: BrowserContext): Promise<CDPSession> => {
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context has a browser');
  return browser.newBrowserCDPSession();
};

/** Speaks to a target through the browser's own session, message in message. */
export async function attach(browser: CDPSession, info: TargetInfo): Promise<Target> {
  const { sessionId } = await browser.send('Target.attachToTarget', {
    targetId: info.targetId,
    flatten: false,
  });
  let count = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  const listeners = new Map<string, (told: never) => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as {
      id?: number;
      result?: unknown;
      error?: { message: string };
      method?: string;
      params?: unknown;
    };
    if (message.method) listeners.get(message.method)?.(message.params as never);
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    waiting.delete(message.id ?? 0);
    if (message.error) asked?.reject(new Error(message.error.message));
    else asked?.resolve(message.result);
  });
  const send = async <T>(method: string, params: object = {}): Promise<T> => {
    const id = ++count;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    await browser.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    return answer as Promise<T>;
  };

  const ask = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send<{
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const until = async (expression: string, what: string): Promise<void> => {
    const end = Date.now() + patience;
    while (!(await ask<boolean>(`Boolean(${expression})`))) {
      if (Date.now() > end)
        throw new Error(
          `Waited ${patience / 1000} s for ${what}; there stood: ${await ask('document.body?.innerText')}`,
        );
      await sleep(50);
    }
  };
  return {
    info,
    send,
    on: (event, listener) => void listeners.set(event, listener),
    ask,
    until,
    async click(selector) {
      const quoted = JSON.stringify(selector);
      await until(`document.querySelector(${quoted})?.getClientRects().length`, selector);
      // The browser hits what was drawn, and a side panel still grows when it is first there.
      const { x, y } = await ask<{ x: number; y: number }>(`(async () => {
        for (let size = ''; size !== innerWidth + ' ' + innerHeight; ) {
          size = innerWidth + ' ' + innerHeight;
          await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 150)));
        }
        const element = document.querySelector(${quoted});
        element.scrollIntoView({ block: 'center' });
        const box = element.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      })()`);
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    },
    async type(text) {
      await send('Input.insertText', { text });
    },
    async compose(text) {
      await send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      // 229: the key went to the input method.
      await send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        windowsVirtualKeyCode: 229,
      });
      await send('Input.insertText', { text });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', windowsVirtualKeyCode: 13 });
    },
    async key(key) {
      const code = { Enter: 13, Escape: 27, Tab: 9 }[key];
      const text = key === 'Enter' ? { text: '\r' } : {};
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, windowsVirtualKeyCode: code, ...text });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code });
    },
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

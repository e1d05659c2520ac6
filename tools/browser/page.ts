import type { Event, Pipe } from './pipe.ts';

/** One page of the browser, driven as a user would: text typed, buttons pressed by the mouse. */
export type Page = {
  targetId: string;
  goto(url: string): Promise<void>;
  /** The value of an expression in the page. */
  ask<T>(expression: string): Promise<T>;
  /** Asks again until the answer is true. */
  until(expression: string, what: string): Promise<void>;
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  toFront(): Promise<void>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
};

const patience = 20_000;

export async function openPage(pipe: Pipe, url: string): Promise<Page> {
  const { targetId } = await pipe.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const page = await attach(pipe, targetId);
  await page.goto(url);
  return page;
}

/** A frame of another origin is a target of its own, found by the beginning of its address. */
export async function attachFrame(pipe: Pipe, address: string): Promise<Page> {
  type Target = { targetId: string; type: string; url: string };
  const end = Date.now() + patience;
  for (;;) {
    const { targetInfos } = await pipe.send<{ targetInfos: Target[] }>('Target.getTargets');
    const found = targetInfos.find(({ type, url }) => type === 'iframe' && url.startsWith(address));
    if (found) return attach(pipe, found.targetId);
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s for a frame ${address}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function attach(pipe: Pipe, targetId: string): Promise<Page> {
  const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const send = <T = Record<string, unknown>>(method: string, params: object = {}) =>
    pipe.send<T>(method, params, sessionId);
  await send('Page.enable');

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
      if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s for ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const click = async (selector: string): Promise<void> => {
    const quoted = JSON.stringify(selector);
    await until(`document.querySelector(${quoted})`, selector);
    const { x, y } = await ask<{ x: number; y: number }>(`(() => {
      const element = document.querySelector(${quoted});
      element.scrollIntoView({ block: 'center' });
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    })()`);
    for (const type of ['mousePressed', 'mouseReleased'])
      await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  };

  return {
    targetId,
    ask,
    until,
    click,
    async goto(url) {
      const loaded = nextEvent(
        pipe,
        (event) => event.sessionId === sessionId && event.method === 'Page.loadEventFired',
      );
      const { errorText } = await send<{ errorText?: string }>('Page.navigate', { url });
      if (errorText) throw new Error(`${url} did not load: ${errorText}`);
      await loaded;
    },
    async type(selector, text) {
      await click(selector);
      await send('Input.insertText', { text });
    },
    async toFront() {
      await send('Page.bringToFront');
    },
    async screenshot() {
      const { data } = await send<{ data: string }>('Page.captureScreenshot');
      return Buffer.from(data, 'base64');
    },
    async close() {
      await pipe.send('Target.closeTarget', { targetId });
    },
  };
}

function nextEvent(pipe: Pipe, isWanted: (event: Event) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, patience).unref();
    const stop = pipe.on((event) => {
      if (isWanted(event)) done();
    });
    function done() {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

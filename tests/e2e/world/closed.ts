import type { CDPSession, Page } from 'playwright-core';

type AxNode = {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  value?: { value: unknown };
  properties?: { name: string; value: { value: unknown } }[];
  backendDOMNodeId?: number;
};

/** What stands in closed roots of a page, as somebody with a screen reader meets it: no selector gets in there. */
export type Closed = {
  find(role: string, name: string | RegExp, timeout?: number): Promise<AxNode>;
  gone(role: string, name: string | RegExp, timeout?: number): Promise<void>;
  click(role: string, name: string | RegExp): Promise<void>;
  /** Chooses of a `select` by what an option says. */
  choose(select: string | RegExp, option: string): Promise<void>;
  all(): Promise<{ role: string; name: string }[]>;
};

export async function closedParts(page: Page): Promise<Closed> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const nodes = async (): Promise<AxNode[]> =>
    ((await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }).nodes.filter(
      ({ ignored }) => !ignored,
    );
  const is = (role: string, name: string | RegExp) => (node: AxNode) =>
    node.role?.value === role &&
    (typeof name === 'string' ? node.name?.value === name : name.test(node.name?.value ?? ''));
  const find: Closed['find'] = async (role, name, timeout = 8_000) => {
    for (const end = Date.now() + timeout; ; await page.waitForTimeout(60)) {
      const found = (await nodes()).find(is(role, name));
      if (found) return found;
      if (Date.now() > end) throw new Error(`no ${role} “${name}” in closed parts`);
    }
  };
  const middle = async ({ backendDOMNodeId = 0 }: AxNode): Promise<{ x: number; y: number }> => {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: backendDOMNodeId });
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: backendDOMNodeId });
    const [x0 = 0, y0 = 0, , , x1 = 0, y1 = 0] = model.border;
    return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
  };
  return {
    find,
    gone: async (role, name, timeout = 8_000) => {
      for (
        const end = Date.now() + timeout;
        (await nodes()).some(is(role, name));
        await page.waitForTimeout(60)
      )
        if (Date.now() > end) throw new Error(`${role} “${name}” is still there`);
    },
    click: async (role, name) => {
      // A window that grows moves what stands in it: clicked where it has come to rest.
      for (let before = { x: -1, y: -1 }; ; await page.waitForTimeout(60)) {
        const at = await middle(await find(role, name));
        if (at.x === before.x && at.y === before.y) return page.mouse.click(at.x, at.y);
        before = at;
      }
    },
    choose: async (select, option) => {
      const { backendDOMNodeId = 0 } = await find('combobox', select);
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId });
      const texts = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId ?? '',
        functionDeclaration: 'function () { return [...this.options].map((o) => o.text) }',
        returnByValue: true,
      });
      const at = (texts.result.value as string[]).indexOf(option);
      if (at < 0) throw new Error(`no option “${option}” of ${(texts.result.value as string[]).join(', ')}`);
      await session.send('DOM.focus', { backendNodeId: backendDOMNodeId });
      // As a keyboard does it: the first option, then down.
      await page.keyboard.press('Home');
      for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
    },
    all: async () =>
      (await nodes()).map(({ role, name }) => ({ role: role?.value ?? '', name: name?.value ?? '' })),
  };
}

import type { Launched } from '../../doubles/browser/launch.ts';

type Dispatching = { dispatch(command: string, tab: unknown): void };

/**
 * One of the extension's chords, while the active tab is in front. The browser's own dispatch of the command is used:
 * key strokes that the debugging protocol sends go to the page and never reach the browser's accelerators.
 */
export async function chord({ worker }: Launched, command: 'log' | 'note' | 'search'): Promise<void> {
  await (await worker()).evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (!tab) throw new Error('no tab is in front');
    (chrome.commands.onCommand as unknown as Dispatching).dispatch(name, tab);
  }, command);
}

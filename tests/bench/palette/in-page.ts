/**
 * Runs in a page with the palette open: types a word letter by letter, and tells for each how long it took until what
 * is found for all of it was painted. The palette says for which words its rows stand.
 */
export async function typeInPalette(word: string): Promise<number[]> {
  const dialog = document.querySelector<HTMLElement>('[data-palette]');
  const input = dialog?.querySelector<HTMLInputElement>('[role=combobox]');
  if (!dialog || !input) throw new Error('the palette is not open');
  const settled = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      requestAnimationFrame(() => port2.postMessage(null));
    });
  const taken: number[] = [];
  for (let end = 0; end <= word.length; end++) {
    // From nothing on, so that each word begins alike.
    const text = word.slice(0, end);
    const begun = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (dialog.dataset.for !== text.trim()) {
      if (performance.now() - begun > 10_000) throw new Error(`no answer to ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await settled();
    if (end > 0) taken.push(performance.now() - begun);
  }
  return taken;
}

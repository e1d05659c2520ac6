import { makeChips } from '../../../extension/gmail/rows/chips.ts';
import type { RowChips } from '../../../extension/messages/rows.ts';

const words = { tone: 'plain', colour: null } as const;
const chipsOf = (id: string): RowChips => ({
  id,
  chips: [
    { ...words, kind: 'stage', text: 'Negotiation', colour: '#3e63dd' },
    { ...words, kind: 'due', text: '2 d late', tone: 'danger' },
    { ...words, kind: 'owner', text: 'MC' },
  ],
  whole: ['In the workspace: Ada Byron, ACME', 'Renewal: Negotiation, €1,200', 'Call: 2 days late'],
});

const rowsOf = (count: number): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('tr.zA')].slice(0, count);
const ways = {
  chips(count: number): () => void {
    const chips = makeChips(document);
    for (const [at, row] of rowsOf(count).entries())
      chips.show([row], chipsOf(`t${at}`), { dark: false, locale: 'en' });
    return chips.clearAll;
  },
  labels(count: number): () => void {
    const labels = rowsOf(count).map((row) => {
      const label = document.createElement('span');
      label.textContent = 'Negotiation';
      row.querySelector('.xT')?.prepend(label);
      return label;
    });
    return () => {
      for (const label of labels) label.remove();
    };
  },
};

/** Draws on so many rows within one frame, marks that, and takes all away again. */
async function draw(way: keyof typeof ways, count: number): Promise<void> {
  const clear = await new Promise<() => void>((resolve) => {
    requestAnimationFrame(() => {
      performance.mark(`drawn ${way}`);
      resolve(ways[way](count));
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 60));
  clear();
  await new Promise((resolve) => setTimeout(resolve, 60));
}

Object.assign(globalThis, { draw });

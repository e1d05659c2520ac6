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

/** Fifty rows with three chips each, beside fifty bare labels: from nothing to laid out, in ms. */
function measure(count: number): { ours: number; floor: number } {
  const rows = [...document.querySelectorAll<HTMLElement>('tr')].slice(0, count);
  const chips = makeChips(document);
  const timed = (work: () => void): number => {
    void document.body.offsetHeight;
    const begun = performance.now();
    work();
    void document.body.offsetHeight;
    return performance.now() - begun;
  };
  const ours = timed(() => {
    for (const [at, row] of rows.entries())
      chips.show([row], chipsOf(`t${at}`), { dark: false, locale: 'en' });
  });
  chips.clearAll();
  const labels: HTMLElement[] = [];
  const floor = timed(() => {
    for (const row of rows) {
      const label = document.createElement('span');
      label.textContent = 'Negotiation';
      row.querySelector('.xT')?.prepend(label);
      labels.push(label);
    }
  });
  for (const label of labels) label.remove();
  return { ours, floor };
}

Object.assign(globalThis, { measure });

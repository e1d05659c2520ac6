import { makeMemory, noteChanges } from '../../../extension/recognisers/memory.ts';
import { readPage } from '../../../extension/recognisers/page.ts';
import { mayHold, plainScreen } from '../../../extension/recognisers/reader.ts';
import { isPasswordFocused } from '../../../extension/recognisers/silence.ts';

export type HostileReading = { names: string[]; keys: string[]; longest: number; total: number };

/** Runs in the page: reads it step by step, while it may change, and says how long the longest step took. */
function readHostile(storm: boolean): HostileReading {
  const memory = makeMemory();
  const url = 'https://acme.example/';
  mayHold(document);
  plainScreen(window, true);
  isPasswordFocused(document);
  const began = performance.now();
  let longest = 0;
  const reading = readPage({ document, url, memory });
  for (let step = 0; ; step++) {
    const from = performance.now();
    const next = reading.next();
    longest = Math.max(longest, performance.now() - from);
    if (next.done) {
      const names = next.value.flatMap(({ fields }) => fields.name?.value ?? []);
      const keys = next.value.flatMap((one) => one.keys.map(({ value }) => value.value));
      return { names, keys, longest, total: performance.now() - began };
    }
    if (!storm) continue;
    // The page tears itself down and builds itself up under the reader.
    const rows = document.getElementsByTagName('p');
    const row = rows[(step * 31) % Math.max(rows.length, 1)];
    row?.replaceWith(...row.childNodes);
    const fresh = document.createElement('p');
    fresh.textContent = `storm${step}@acme.example`;
    rows[step % Math.max(rows.length, 1)]?.after(fresh);
    if (row) noteChanges(memory, [{ type: 'childList', target: fresh }]);
  }
}

Object.assign(globalThis, { readHostile });

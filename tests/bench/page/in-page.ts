import { makeMemory, noteChanges } from '../../../extension/recognisers/memory.ts';
import { readPage } from '../../../extension/recognisers/page.ts';
import { readInSlices } from '../../../extension/recognisers/slices.ts';
import type { Measured } from './run.ts';

/** Runs in the page: one reading in slices, its work and longest slice, and a walk over all text nodes. */
async function measure(): Promise<Measured> {
  const walked = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += walker.currentNode.nodeValue?.length ?? 0;
  const walk = performance.now() - walked + (length < 0 ? 1 : 0);

  let work = 0;
  let longest = 0;
  let started = 0;
  const note = (): void => {
    if (started === 0) return;
    const took = performance.now() - started;
    work += took;
    longest = Math.max(longest, took);
  };
  const idle = async (): Promise<void> => {
    note();
    await new Promise((resolve) => setTimeout(resolve, 0));
    started = performance.now();
  };
  const memory = makeMemory();
  const page = () => ({ document, url: 'https://acme.example/', memory });
  const pace = { now: () => performance.now(), idle };
  const { signal } = new AbortController();
  await readInSlices(readPage(page()), pace, signal);
  note();
  const first = { work, walk, longest };

  // One line changes: read again.
  const line = document.querySelector('.row:nth-child(5000) p') ?? document.body;
  line.textContent = `changed ${performance.now()}`;
  noteChanges(memory, [{ type: 'childList', target: line }]);
  work = 0;
  started = 0;
  await readInSlices(readPage(page()), pace, signal);
  note();
  return { ...first, again: work, longest: Math.max(first.longest, longest) };
}

Object.assign(globalThis, { measure });

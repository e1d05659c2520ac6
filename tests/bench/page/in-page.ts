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
  const page = { document, url: 'https://acme.example/' };
  await readInSlices(readPage(page), { now: () => performance.now(), idle }, new AbortController().signal);
  note();
  return { work, walk, longest };
}

Object.assign(globalThis, { measure });

/** What Gmail draws first of its own: until then there is nothing that our panel could stand beside. */
const landmarks = '[role="main"], [role="navigation"], [role="banner"], [gh="tl"], .aeF';
const EACH_MS = 50;
const PATIENCE_MS = 5_000;

export const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const isDrawn = (document: Document): boolean => document.querySelector(landmarks) !== null;

/** Resolves when Gmail has begun to draw its page, or when that takes so long that nobody should wait for it. */
export async function drawn(document: Document, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS && !signal.aborted; waited += EACH_MS) {
    if (isDrawn(document)) return;
    await after(EACH_MS);
  }
}

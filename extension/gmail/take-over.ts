import { updatedStrip } from './updated-strip.ts';

const name = 'sidebook-comes';
const running = Symbol.for('sidebook.mailbox');
type World = typeof globalThis & { [running]?: () => boolean };

/** Whether this very version runs in this page already; what ran before an update does not count. */
export function isRunning(isAlive: () => boolean): boolean {
  const world = globalThis as World;
  if (world[running]?.()) return true;
  world[running] = isAlive;
  return false;
}

/** The script of an updated extension comes into a page in which an older one may still stand: that one goes, with all it made. */
export function takeOver(document: Document): void {
  document.dispatchEvent(new CustomEvent(name));
  for (const strip of document.querySelectorAll(updatedStrip)) strip.remove();
}

/** Goes when a newer one comes, and only then: any script of the page could say that one does. */
export function makeWay(document: Document, isAlive: () => boolean, leave: () => void): void {
  document.addEventListener(name, () => {
    if (!isAlive()) leave();
  });
}

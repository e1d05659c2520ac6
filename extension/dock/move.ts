/** `Element.moveBefore` keeps a frame's document alive (Chromium 133, Firefox 144); older browsers lack it. */
type Movable = Element & { moveBefore?: (node: Node, child: Node | null) => void };

/** Whether frames can be moved into an element such as this, once they have loaded, without loading anew. */
export const movesAlive = (parent: Movable): boolean => typeof parent.moveBefore === 'function';

/** Puts a frame into `parent`, alive where the browser can. */
export function moveInto(frame: Element, parent: Movable): void {
  if (frame.parentElement === parent) return;
  if (frame.isConnected && parent.isConnected && parent.moveBefore) parent.moveBefore(frame, null);
  else parent.append(frame);
}

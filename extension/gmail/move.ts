/** `Element.moveBefore` keeps a frame's document alive (Chromium 133, Firefox 144); older browsers lack it. */
type Movable = Element & { moveBefore?: (node: Node, child: Node | null) => void };

/** Whether a frame that is shown somewhere can be shown in `parent` without loading anew. */
export const canMoveAlive = (frame: Element, parent: Movable): boolean =>
  !frame.isConnected || (typeof parent.moveBefore === 'function' && parent.isConnected);

/** Puts a frame into `parent`, alive where the browser can. */
export function moveInto(frame: Element, parent: Movable): void {
  if (frame.parentElement === parent) return;
  if (frame.isConnected && parent.isConnected && parent.moveBefore) parent.moveBefore(frame, null);
  else parent.append(frame);
}

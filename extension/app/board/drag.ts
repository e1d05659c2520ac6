import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What is dragged: a card of the board, or a stage of the editor. */
export type Dragged = { what: 'card' | 'stage'; id: string };
const isDragged = (data: Record<string | symbol, unknown>): data is Dragged =>
  (data.what === 'card' || data.what === 'stage') && typeof data.id === 'string';

/** The event that ends a drag: a change asks for the real one that the user made. */
let dropped: Event | null = null;

/** Heard before the library hears it, for as long as something can be dropped here. */
export function useDrops(): void {
  useEffect(() => {
    const note = (event: Event) => {
      dropped = event;
    };
    window.addEventListener('drop', note, true);
    return () => window.removeEventListener('drop', note, true);
  }, []);
}

/** Makes an element one that can be dragged; true while it is. */
export function useDraggable(element: RefObject<HTMLElement>, { what, id }: Dragged, may: boolean): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    if (!element.current || !may) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ what, id }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [element, what, id, may]);
  return dragging;
}

/** Makes an element one that takes what is dropped; true while something is over it. */
export function useDropTarget(
  element: RefObject<HTMLElement>,
  what: Dragged['what'],
  onDrop: (id: string, event: Event) => void,
): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => isDragged(source.data) && source.data.what === what,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        if (isDragged(source.data) && dropped) latest.current(source.data.id, dropped);
      },
    });
  }, [element, what]);
  return over;
}

import { effect } from '@preact/signals';
import type { Guard } from './guard.ts';

/** A panel arms within half a second; who pressed in vain is not left waiting for longer. */
export const patience = 1_500;
/** So long the pressed one stays marked. */
const markedFor = 10_000;
/** On what shall be pressed again. */
export const againMark = 'data-again';

type Answers = {
  /** The panel is armed now: the press can be made again. */
  again(): void;
  /** It does not arm, so something covers it. */
  covered(): void;
};

/**
 * A press that came before the panel was armed changes nothing, as what was seen of the panel by then is not known. It is
 * not lost either: once the panel is armed, what was pressed is marked, and whoever pressed it is asked to do so again.
 */
export function watchEarly(guard: Guard, { again, covered }: Answers): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let unmark = (): void => undefined;
  const offer = (pressed: EventTarget): void => {
    unmark();
    again();
    if (!(pressed instanceof Element)) return;
    pressed.setAttribute(againMark, '');
    if (pressed instanceof HTMLElement) pressed.focus();
    const done = (): void => {
      clearTimeout(timer);
      pressed.removeAttribute(againMark);
      pressed.removeEventListener('click', done);
    };
    const timer = setTimeout(done, markedFor);
    pressed.addEventListener('click', done);
    unmark = done;
  };
  const stop = effect(() => {
    const pressed = guard.early.value;
    const isArmed = guard.armed.value;
    clearTimeout(waiting);
    if (!pressed) return;
    if (isArmed) {
      guard.early.value = null;
      return offer(pressed);
    }
    waiting = setTimeout(() => {
      guard.early.value = null;
      covered();
    }, patience);
  });
  return () => {
    stop();
    clearTimeout(waiting);
    unmark();
  };
}

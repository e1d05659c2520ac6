import { type ReadonlySignal, signal } from '@preact/signals';

/** How long the whole frame must have been really visible before anything in it may change data. */
export const armAfter = 500;

/** `own`: not framed, nothing to fear. `watched`: framed and checked. `blind`: framed where visibility cannot be known. */
export type GuardLevel = 'own' | 'watched' | 'blind';

export type Guard = {
  readonly level: ReadonlySignal<GuardLevel>;
  readonly armed: ReadonlySignal<boolean>;
  frame(framed: boolean): void;
  /** True only for a real gesture of the user in a panel that can really be seen. */
  allows(event: Pick<Event, 'isTrusted'>): boolean;
  watch(element: Element): () => void;
};

type Observing = Pick<typeof globalThis, 'IntersectionObserver' | 'IntersectionObserverEntry'>;

/** IntersectionObserver v2: a browser without it leaves `isVisible` away (w3c/IntersectionObserver, "trackVisibility"). */
const knowsVisibility = ({ IntersectionObserverEntry }: Observing): boolean =>
  IntersectionObserverEntry !== undefined && 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Against a page that covers, fades or moves our frame under somebody's cursor. Armed once the frame was visible for
 * `armAfter` without a break; any break disarms it until it was visible as long again.
 */
export function makeGuard(world: Observing = globalThis): Guard {
  const level = signal<GuardLevel>('own');
  const armed = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const seen = (visible: boolean) => {
    if (!visible) {
      clearTimeout(timer);
      timer = undefined;
      armed.value = false;
    } else if (!armed.value && timer === undefined) {
      timer = setTimeout(() => {
        armed.value = true;
        timer = undefined;
      }, armAfter);
    }
  };
  return {
    level,
    armed,
    frame(framed) {
      level.value = !framed ? 'own' : knowsVisibility(world) ? 'watched' : 'blind';
    },
    allows(event) {
      if (!event.isTrusted) return false;
      return level.value === 'own' || (level.value === 'watched' && armed.value);
    },
    watch(element) {
      if (!knowsVisibility(world)) return () => {};
      const observer = new world.IntersectionObserver(
        (entries) => {
          const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
          seen(last?.isVisible === true);
        },
        // 100 ms is the shortest delay that the specification allows with trackVisibility.
        { threshold: [0, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
      );
      observer.observe(element);
      return () => {
        observer.disconnect();
        seen(false);
      };
    },
  };
}

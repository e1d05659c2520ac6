import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Toasts } from '../../ui/Toaster.tsx';
import { sayCovered } from './sayCovered.ts';

/** How long the whole frame must have been really visible before anything in it may change data. */
export const armAfter = 500;

/** Less of it, or a smaller one, shows a button without what it is about. */
const leastShown = 0.97;
const leastPx = { width: 200, height: 160 };
/** A page can zoom a frame out (CSS zoom); nobody reads at this size. */
const leastZoom = 0.45;

/** `own`: not framed, nothing to fear. `watched`: framed and checked. `blind`: framed where visibility cannot be known. */
export type GuardLevel = 'own' | 'watched' | 'blind';

type Pressed = Pick<Event, 'isTrusted' | 'currentTarget' | 'target'>;

export type Guard = {
  readonly level: ReadonlySignal<GuardLevel>;
  readonly armed: ReadonlySignal<boolean>;
  frame(framed: boolean): void;
  /** True only for a real gesture of the user in a panel that can really be seen. */
  allows(event: Pick<Event, 'isTrusted'>): boolean;
  /** What somebody pressed while the panel was about to arm; `early.ts` asks for it again. */
  readonly early: Signal<EventTarget | null>;
  /**
   * Of an event that is not allowed: kept in `early` where the panel is about to arm, and refused in words where it is
   * made up or the panel is covered.
   */
  refuse(event: Pressed, toasts: Toasts, openPanel: (() => void) | null): void;
  watch(element: Element): () => void;
  /** Whoever watches the frame from outside saw that something is done to it: it must be visible as long again. */
  doubt(): void;
};

type Observing = Pick<
  typeof globalThis,
  | 'addEventListener'
  | 'removeEventListener'
  | 'IntersectionObserver'
  | 'IntersectionObserverEntry'
  | 'innerWidth'
  | 'innerHeight'
  | 'devicePixelRatio'
>;

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
  const early = signal<EventTarget | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Null until the browser has told for the first time. */
  let isSeen: boolean | null = null;
  const isLarge = (): boolean =>
    world.innerWidth >= leastPx.width &&
    world.innerHeight >= leastPx.height &&
    world.devicePixelRatio >= leastZoom;
  const seen = (visible: boolean) => {
    isSeen = visible;
    if (!visible) {
      clearTimeout(timer);
      timer = undefined;
      armed.value = false;
    } else if (!armed.value && timer === undefined) {
      timer = setTimeout(() => {
        armed.value = isLarge();
        timer = undefined;
      }, armAfter);
    }
  };
  const guard: Guard = {
    level,
    armed,
    early,
    refuse({ isTrusted, currentTarget, target }, toasts, openPanel) {
      const isArming = level.value === 'watched' && (isSeen === null || timer !== undefined);
      if (isTrusted && isArming) early.value = currentTarget ?? target;
      else sayCovered(toasts, openPanel);
    },
    frame(framed) {
      level.value = !framed ? 'own' : knowsVisibility(world) ? 'watched' : 'blind';
    },
    allows(event) {
      if (!event.isTrusted) return false;
      return level.value === 'own' || (level.value === 'watched' && armed.value && isLarge());
    },
    doubt() {
      const still = isSeen;
      seen(false);
      if (still) seen(true);
    },
    watch(element) {
      if (!knowsVisibility(world)) return () => {};
      const observer = new world.IntersectionObserver(
        (entries) => {
          const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
          seen(last?.isVisible === true && last.intersectionRatio >= leastShown);
        },
        // 100 ms is the shortest delay that the specification allows with trackVisibility.
        { threshold: [0, leastShown, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
      );
      observer.observe(element);
      // Made small by the page, it must be large again for as long.
      const resized = () => guard.doubt();
      world.addEventListener('resize', resized);
      return () => {
        world.removeEventListener('resize', resized);
        observer.disconnect();
        seen(false);
      };
    },
  };
  return guard;
}

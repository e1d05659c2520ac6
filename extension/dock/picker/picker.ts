import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TaughtHere } from '../../messages/tab.ts';
import { plain } from '../../recognisers/dom.ts';
import { type Entry, pieceOf } from '../../recognisers/taught/extract.ts';
import { type Induced, induce, type Picks } from '../../recognisers/taught/induce.ts';
import type { TaughtField } from '../../recognisers/taught/recipe.ts';
import { makeOutline, type Place } from '../outline.ts';
import { makeBar } from './bar.ts';
import { beside, firstIn, narrower, type Spot, spotAt, wider } from './spot.ts';

const order: readonly TaughtField[] = ['name', 'title', 'organisation'];
/** What a page does with a pointer that is not meant for it. */
const pointing = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'touchstart',
  'touchend',
];
const mostPeople = 50;

/**
 * Lets somebody point at a name, a job title and a company, by mouse or keys; while it waits the page gets neither. Ends
 * with what was shown, or null.
 */
export function pickOnPage(
  page: Window & typeof globalThis,
  signal: AbortSignal,
): Promise<TaughtHere | null> {
  const document = plain(page.document);
  return new Promise((resolve) => {
    const life = new AbortController();
    const outline = makeOutline(page.document);
    const picks: Picks = {};
    const skipped = new Set<TaughtField>();
    let found: Induced | null = null;
    let spot: Spot | null = null;
    /** Where the keys go on from after something was taken. */
    let last: Spot | null = null;
    let note: string | null = null;

    const end = (taught: TaughtHere | null): void => {
      life.abort();
      outline.remove();
      bar.remove();
      resolve(taught);
    };
    const finish = (): void => end(found && taughtOf(found, picks));
    /** Without a person there is no job title to ask for. */
    const asked = () => (skipped.has('name') ? order.slice(2) : order);
    const current = (): TaughtField | null =>
      asked().find((field) => !picks[field] && !skipped.has(field)) ?? null;

    const draw = (): void => {
      const others = (found?.entries ?? []).flatMap(({ fields }): Place[] =>
        Object.values(fields).map(({ element }) => ({ node: element, strong: false })),
      );
      outline.around([...(spot ? [{ node: spot.node, strong: true }] : []), ...others]);
    };
    const say = (): void => {
      const field = current();
      if (!field) {
        finish();
        return;
      }
      bar.show({
        text: askFor(field, picks),
        note: note ?? (found ? toldOf(found, picks) : null),
        canSkip: field !== 'organisation' || picks.name !== undefined,
        canBack: Object.keys(picks).length + skipped.size > 0,
        canFinish: found !== null,
      });
      draw();
    };
    const take = (): void => {
      const field = current();
      if (!field || !spot) return;
      note = null;
      const { element, line } = spot;
      const next: Picks = { ...picks, [field]: line === undefined ? { element } : { element, line } };
      const induced = pieceOf(element, line) ? induce(page.document, page.location.pathname, next) : null;
      if (!induced) note = m.capture_pick_nothing();
      else if (found && induced.entries.length * 2 < found.entries.length) note = m.capture_pick_other();
      else {
        picks[field] = next[field] as NonNullable<Picks[TaughtField]>;
        found = induced;
        last = spot;
        spot = null;
      }
      say();
    };
    const back = (): void => {
      const last = [...order].reverse().find((field) => picks[field] || skipped.has(field));
      if (!last) return;
      delete picks[last];
      skipped.delete(last);
      note = null;
      found = Object.keys(picks).length > 0 ? induce(page.document, page.location.pathname, picks) : null;
      say();
    };
    const skip = (): void => {
      const field = current();
      if (field) skipped.add(field);
      note = null;
      say();
    };
    const bar = makeBar(document, { skip, back, finish, end: () => end(null) });

    const isBar = (event: Event): boolean => event.composedPath().includes(bar.host);
    const keep = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const on = <E extends Event>(types: readonly string[], listen: (event: E) => void): void => {
      for (const type of types)
        page.addEventListener(
          type,
          (event) => {
            if (event.isTrusted && !isBar(event)) listen(event as E);
          },
          { capture: true, passive: false, signal: life.signal },
        );
    };
    on<PointerEvent>(['pointermove'], ({ clientX, clientY }) => {
      spot = spotAt(page.document, clientX, clientY) ?? spot;
      draw();
    });
    on<PointerEvent>(pointing, (event) => {
      keep(event);
      if (event.type !== 'click') return;
      spot = spotAt(page.document, event.clientX, event.clientY) ?? spot;
      take();
    });
    for (const type of ['keydown', 'keyup', 'keypress'] as const)
      page.addEventListener(
        type,
        (event) => {
          // The bar's own buttons are pressed and left as everywhere.
          const isButtons = isBar(event) && bar.isOnButton() && (event.key === 'Enter' || event.key === ' ');
          if (!event.isTrusted || event.key === 'Tab' || isButtons) return;
          keep(event);
          if (type === 'keydown') press(event.key);
        },
        { capture: true, signal: life.signal },
      );
    const press = (key: string): void => {
      if (key === 'Escape') end(null);
      else if (key === 'Enter') take();
      else if (key === 'Backspace') back();
      else move(key);
    };
    const move = (key: string): void => {
      const from = spot ?? last ?? (document.body && firstIn(page.document, document.body));
      const begun = spot ?? last;
      if (!from) return;
      const moved = { ArrowUp: wider, ArrowDown: (at: Spot) => narrower(page.document, at) }[key];
      if (moved) spot = begun ? moved(from) : from;
      else if (key === 'ArrowRight' || key === 'ArrowLeft')
        spot = begun ? beside(page.document, from, key === 'ArrowRight' ? 1 : -1) : from;
      else return;
      const calm = page.matchMedia('(prefers-reduced-motion: reduce)').matches;
      Element.prototype.scrollIntoView.call(spot.element, {
        block: 'nearest',
        behavior: calm ? 'instant' : 'smooth',
      });
      draw();
    };
    signal.addEventListener('abort', () => end(null), { once: true });
    say();
    bar.focus();
  });
}

function askFor(field: TaughtField, picks: Picks): string {
  if (field === 'name') return m.capture_pick_name();
  if (field === 'title') return m.capture_pick_title();
  return picks.name ? m.capture_pick_company() : m.capture_pick_company_alone();
}

function toldOf({ entries }: Induced, picks: Picks): string {
  if (picks.name) return m.capture_pick_found({ count: entries.length });
  return m.capture_pick_found_company({ name: entries[0]?.fields.organisation?.text ?? '' });
}

function taughtOf({ shape, entries }: Induced, picks: Picks): TaughtHere {
  const person = ({ fields }: Entry) => ({
    name: (fields.name ?? fields.organisation)?.text ?? '',
    title: fields.title?.text ?? null,
    organisation: fields.organisation?.text ?? null,
  });
  return {
    kind: picks.name ? 'person' : 'company',
    shape: JSON.stringify(shape),
    found: entries.length,
    people: entries.slice(0, mostPeople).map(person),
  };
}

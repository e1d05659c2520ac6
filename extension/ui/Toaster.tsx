import { type ReadonlySignal, signal } from '@preact/signals';
import { classes } from './classes.ts';
import css from './Toaster.module.css';

export type Toast = {
  id: number;
  text: string;
  tone: 'plain' | 'danger';
  action?: { label: string; run: (event: Event) => void } | undefined;
};

/** Ten seconds to take a change back; the clock stands still while the toast is pointed at or focused. */
const shownFor = 10_000;

/** One message at a time, so that "Undo" is never about something older than it says. */
export class Toasts {
  readonly #shown = signal<Toast | null>(null);
  readonly shown: ReadonlySignal<Toast | null> = this.#shown;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = 1;

  show(toast: Omit<Toast, 'id'>): void {
    this.#shown.value = { ...toast, id: this.#next++ };
    this.resume();
  }
  close(): void {
    clearTimeout(this.#timer);
    this.#shown.value = null;
  }
  hold(): void {
    clearTimeout(this.#timer);
  }
  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), shownFor);
  }
}

export function Toaster({ toasts, closeLabel }: { toasts: Toasts; closeLabel: string }) {
  const toast = toasts.shown.value;
  return (
    <div class={css.place}>
      {/* The region stays in the tree: a live region that arrives with its text is not read. */}
      <div role="status">
        {toast && toast.tone === 'plain' && <ToastCard {...{ toast, toasts, closeLabel }} />}
      </div>
      <div role="alert">
        {toast && toast.tone === 'danger' && <ToastCard {...{ toast, toasts, closeLabel }} />}
      </div>
    </div>
  );
}

function ToastCard({ toast, toasts, closeLabel }: { toast: Toast; toasts: Toasts; closeLabel: string }) {
  const { action } = toast;
  return (
    // Pointing only stops the clock; nothing is done here.
    <div
      key={toast.id}
      class={classes(css.toast, toast.tone === 'danger' && css.danger)}
      onPointerEnter={() => toasts.hold()}
      onPointerLeave={() => toasts.resume()}
      onFocusIn={() => toasts.hold()}
      onFocusOut={() => toasts.resume()}
    >
      <span class={css.text}>{toast.text}</span>
      {action && (
        <button
          type="button"
          class={css.action}
          onClick={(event) => {
            toasts.close();
            action.run(event);
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" class={css.close} aria-label={closeLabel} onClick={() => toasts.close()}>
        ×
      </button>
    </div>
  );
}

import { signal } from '@preact/signals';

/** Under which a browser remembers that somebody wants no single keys: speech input types them by mistake (WCAG 2.1.4). */
const name = 'sidebook-single-keys';
function kept(): boolean {
  try {
    return globalThis.localStorage?.getItem(name) !== 'off';
  } catch {
    // In somebody's page, where a browser keeps nothing for frames of others: even asking throws.
    return true;
  }
}

const on = signal(kept());
export const singleKeys = {
  get on(): boolean {
    return on.value;
  },
  set(value: boolean): void {
    on.value = value;
    if (value) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  },
};

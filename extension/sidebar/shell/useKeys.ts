import { useEffect, useRef } from 'preact/hooks';
import { isComposing } from '../../ui/isComposing.ts';
import { singleKeys } from '../../ui/singleKeys.ts';

/** `pass`: it was not meant for this one; whoever else knows the key may take it. */
export type Keys = Record<string, (event: KeyboardEvent) => unknown>;
export const pass = Symbol('pass');

const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type !== 'radio') ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

/** Single keys, heard only while the focus is in our own document and not in a field (WCAG 2.1.4). */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      const name = event.ctrlKey || event.metaKey ? `Mod+${event.key.toLowerCase()}` : event.key;
      // Escape and the like are no characters; whoever speaks to their computer can have the others off.
      if (name.length === 1 && !singleKeys.on) return;
      const run = latest.current[name];
      if (!run) return;
      if (run(event) !== pass) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

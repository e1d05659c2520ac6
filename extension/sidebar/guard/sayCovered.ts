import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Toasts } from '../../ui/Toaster.tsx';

/** Of a press that changed nothing, as the panel could not be seen: with the way that always works. */
export function sayCovered(toasts: Toasts, openPanel: (() => void) | null): void {
  const action = openPanel ? { label: m.sidebar_open_panel(), run: openPanel } : undefined;
  toasts.show({ tone: 'danger', text: m.sidebar_not_visible(), action });
}

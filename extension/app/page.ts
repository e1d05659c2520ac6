import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { overwriteGetLocale } from '../../shared/i18n/compiled/runtime.js';
import type { Client } from '../messages/client.ts';
import type { LinkState, Locale, SidebarState } from '../messages/state.ts';

/** What a full page of ours knows: the background's state, and the language that follows from it. */
export type PageSession = {
  client: Client;
  state: ReadonlySignal<SidebarState | null>;
  link: ReadonlySignal<LinkState | null>;
  locale: ReadonlySignal<Locale>;
};

/** Says hello and follows the state; the document carries language and link, for styles and for tests. */
export function openPage(client: Client): PageSession {
  const state = signal<SidebarState | null>(null);
  const locale = computed<Locale>(() => state.value?.locale ?? 'en');
  overwriteGetLocale(() => locale.value);
  client.onState((next) => {
    state.value = next;
    document.documentElement.lang = next.locale;
    document.body.dataset.link = next.link.status;
  });
  void client.call('hello', { nonce: null, tabId: null });
  return { client, state, locale, link: computed(() => state.value?.link ?? null) };
}

import * as z from 'zod/mini';
import type { Locale } from '../messages/state.ts';
import type { StorageArea } from './storage.ts';

z.config({ jitless: true });

/** This browser's place in a workspace. The token leaves the background only in the header of a request. */
const device = z.object({
  server: z.string(),
  token: z.string(),
  clientId: z.string(),
  me: z.string(),
  workspace: z.string(),
});

const kept = z.object({
  device: z.catch(z.nullable(device), null),
  locale: z.catch(z.nullable(z.enum(['en', 'zh-CN', 'zh-TW'])), null),
  logOnSend: z.catch(z.boolean(), false),
});
export type Kept = z.infer<typeof kept>;

export type Settings = {
  get(): Kept;
  set(change: Partial<Kept>): Promise<void>;
  locale(): Locale;
  onChange(listener: () => void): () => void;
};

/** The interface's language where the user chose none: the browser's, as far as we speak it. */
export function localeOf(languages: readonly string[]): Locale {
  for (const language of languages) {
    const tag = language.toLowerCase();
    if (/^zh\b.*(hant|tw|hk|mo)/.test(tag)) return 'zh-TW';
    if (/^zh\b/.test(tag)) return 'zh-CN';
    if (/^en\b/.test(tag)) return 'en';
  }
  return 'en';
}

export async function openSettings(area: StorageArea, languages: readonly string[]): Promise<Settings> {
  const stored = (await area.get('settings')).settings;
  let now: Kept = kept.parse(typeof stored === 'object' && stored !== null ? stored : {});
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set: async (change) => {
      now = { ...now, ...change };
      await area.set({ settings: now });
      for (const listener of listeners) listener();
    },
    locale: () => now.locale ?? localeOf(languages),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

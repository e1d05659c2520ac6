import * as z from 'zod/mini';
import { roles } from '../../shared/domain/rows.ts';
import { errorCodes } from '../../shared/kit/error.ts';
import type { Locale } from '../messages/state.ts';
import type { Device } from '../sync/device.ts';
import type { StorageArea } from './storage.ts';

z.config({ jitless: true });

/** `id` names the local database. `workspaceId` is empty until the server has said it: a place of an earlier release. */
export type Place = Device & { id: string };
const place = z.looseObject({
  id: z.string(),
  server: z.string(),
  workspaceId: z.string(),
  workspace: z.string(),
  me: z.string(),
  role: z.catch(z.enum(roles), 'member'),
  token: z.string(),
  nextToken: z.catch(z.nullable(z.string()), null),
});

/** The place of the one workspace that earlier releases knew; its database keeps its name. */
export const firstPlace = 'first';

/** A place that ended without its user's doing, until the user has read it. */
const ended = z.object({ workspace: z.string(), code: z.enum(errorCodes) });

/** What has its shape of a list that may have been damaged by hand. */
const list = <T>(each: z.ZodMiniType) =>
  z.catch(
    z.pipe(
      z.array(z.catch(z.nullable(each), null)),
      z.transform((all) => all.filter((one) => one !== null) as T[]),
    ),
    [],
  );

const kept = z.object({
  places: list<Place>(place),
  /** The place of whatever is bound to none. */
  current: z.catch(z.nullable(z.string()), null),
  /** Mailbox account -> the place its mail is logged to. */
  bound: z.catch(z.record(z.string(), z.string()), {}),
  /** Mailboxes whose mail is private unless a click says otherwise. */
  privateMailboxes: list<string>(z.string()),
  ended: list<z.infer<typeof ended>>(ended),
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

/** What an earlier release stored: one device, whose workspace had no id here. */
function upgraded(stored: object): object {
  if ('places' in stored || !('device' in stored)) return stored;
  const { device, ...others } = stored;
  if (typeof device !== 'object' || device === null) return others;
  return { ...others, places: [{ workspaceId: '', ...device, id: firstPlace }], current: firstPlace };
}

export async function openSettings(area: StorageArea, languages: readonly string[]): Promise<Settings> {
  const stored = (await area.get('settings')).settings;
  let now: Kept = kept.parse(upgraded(typeof stored === 'object' && stored !== null ? stored : {}));
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

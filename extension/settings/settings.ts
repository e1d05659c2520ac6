import { type Role, roles } from '../../shared/domain/rows.ts';
import { type ErrorCode, isErrorCode } from '../../shared/kit/error.ts';
import { type RowChipKind, rowChipKinds } from '../messages/rows.ts';
import type { Locale, Theme } from '../messages/state.ts';
import type { Device } from '../sync/device.ts';
import type { StorageArea } from './storage.ts';

/** `id` names the local database. `workspaceId` is empty until the server has said it: a place of an earlier release. */
export type Place = Device & { id: string };

/** The place of the one workspace that earlier releases knew; its database keeps its name. */
export const firstPlace = 'first';

/** A place that ended without its user's doing, until the user has read it. */
type Ended = { workspace: string; code: ErrorCode };

export type Kept = {
  places: Place[];
  /** The place of whatever is bound to none. */
  current: string | null;
  /** Mailbox account -> the place its mail is logged to. */
  bound: Record<string, string>;
  /** Mailboxes whose mail is private unless a click says otherwise. */
  privateMailboxes: string[];
  ended: Ended[];
  locale: Locale | null;
  logOnSend: boolean;
  /** Whether what is known stands on the rows of the mailbox's lists, and what of it is left out. */
  rowChips: boolean;
  rowChipsLeftOut: RowChipKind[];
  theme: Theme | null;
};

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
/** What has its shape of a list that may have been damaged by hand. */
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const locales: readonly unknown[] = ['en', 'zh-CN', 'zh-TW'] satisfies Locale[];

/** Whatever else a newer release kept with a place stays there. */
function placeIn(value: unknown): Place[] {
  if (!isFields(value)) return [];
  const { id, server, workspaceId, workspace, me, token } = value;
  if (![id, server, workspaceId, workspace, me, token].every(isText)) return [];
  const role = roles.includes(value.role as Role) ? value.role : 'member';
  return [{ ...value, role, nextToken: isText(value.nextToken) ? value.nextToken : null } as Place];
}

/** Field by field: what cannot be read of one is no reason to lose another. */
const keptIn = (stored: Fields): Kept => ({
  places: list(stored.places).flatMap(placeIn),
  current: isText(stored.current) ? stored.current : null,
  bound:
    isFields(stored.bound) && Object.values(stored.bound).every(isText)
      ? (stored.bound as Record<string, string>)
      : {},
  privateMailboxes: list(stored.privateMailboxes).filter(isText),
  ended: list(stored.ended).filter(
    (each): each is Ended => isFields(each) && isText(each.workspace) && isErrorCode(each.code),
  ),
  locale: locales.includes(stored.locale) ? (stored.locale as Locale) : null,
  logOnSend: stored.logOnSend === true,
  rowChips: stored.rowChips !== false,
  rowChipsLeftOut: rowChipKinds.filter((kind) => list(stored.rowChipsLeftOut).includes(kind)),
  theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : null,
});

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
function upgraded(stored: Fields): Fields {
  if ('places' in stored || !('device' in stored)) return stored;
  const { device, ...others } = stored;
  if (!isFields(device)) return others;
  return { ...others, places: [{ workspaceId: '', ...device, id: firstPlace }], current: firstPlace };
}

export async function openSettings(area: StorageArea, languages: readonly string[]): Promise<Settings> {
  const stored = (await area.get('settings')).settings;
  let now = keptIn(upgraded(isFields(stored) ? stored : {}));
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

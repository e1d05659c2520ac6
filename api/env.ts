import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { Place } from './db/open.ts';

export type Settings = {
  host: string;
  port: number;
  /** Origin by which people reach the server, where a proxy stands before it; null: host and port. */
  publicOrigin: string | null;
  /** Proxies that add to `X-Forwarded-For`; 0: the header is not believed. */
  proxies: number;
  data: string;
  directory: Place;
  /** Where a workspace's database is. */
  workspace: (id: string) => Place;
  /** What signs the pages' cookies; null: one of our own in `data`. Several processes need the same. */
  secret: string | null;
  /** A mail server, and the sender of our mails; null: links are handed over by hand. */
  smtp: { url: string; from: string } | null;
  backups: {
    folder: string;
    /** So many of the newest are kept. */
    keep: number;
    /** When one is made by itself, in minutes after midnight of this machine's zone; null: never. */
    at: number | null;
  };
  /** Bytes that the kept files of one workspace may take. */
  fileRoom: number;
  /** The operator says that a snapshot of remote databases was written before a migration. */
  snapshotWritten: boolean;
  locale: 'en' | 'zh-CN' | 'zh-TW';
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

/** A setting that cannot be used. Its message is one sentence for whoever starts the server. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const databaseUrl = z
  .string()
  .regex(/^(file|libsql|https?|wss?):/, 'must begin with file:, libsql:, http:, https:, ws: or wss:');

/** The extension takes no other: plain http only where nobody can listen in. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  return (protocol === 'https:' || (protocol === 'http:' && local)) && pathname + search + hash === '/';
}

const shape = z.object({
  HOST: z.string().min(1, 'must name an address to listen on').default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a number from 0 to 65535')
    .int('must be a number from 0 to 65535')
    .min(0, 'must be a number from 0 to 65535')
    .max(65_535, 'must be a number from 0 to 65535')
    .default(8787),
  SIDEBOOK_PUBLIC_URL: z
    .url('must be an address such as https://crm.example')
    .refine((url) => isOrigin(url), 'must be https (or http on this machine) and end after the host')
    .optional(),
  SIDEBOOK_PROXIES: z.coerce
    .number('must be a number from 0 to 5')
    .int('must be a number from 0 to 5')
    .min(0, 'must be a number from 0 to 5')
    .max(5, 'must be a number from 0 to 5')
    .default(0),
  SIDEBOOK_DATA: z.string().min(1, 'must name a folder').default('./data'),
  SIDEBOOK_DIRECTORY_URL: databaseUrl.optional(),
  SIDEBOOK_WORKSPACE_URL: databaseUrl
    // A remote database may be given as it is: it then holds the one workspace, and refuses a second.
    .refine(
      (url) => url.includes('{workspace}') || !url.startsWith('file:'),
      'must contain {workspace}, each workspace is a database of its own',
    )
    .optional(),
  SIDEBOOK_DIRECTORY_TOKEN: z.string().optional(),
  SIDEBOOK_WORKSPACE_TOKEN: z.string().optional(),
  SIDEBOOK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SIDEBOOK_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must be such as smtps://user:password@mail.example')
    .optional(),
  SIDEBOOK_MAIL_FROM: z.string().min(3, 'must be an address such as sidebook@mail.example').optional(),
  SIDEBOOK_BACKUPS: z.string().min(1, 'must name a folder').optional(),
  SIDEBOOK_BACKUPS_KEEP: z.coerce
    .number('must be a number from 1 to 1000')
    .int('must be a number from 1 to 1000')
    .min(1, 'must be a number from 1 to 1000')
    .max(1_000, 'must be a number from 1 to 1000')
    .default(14),
  SIDEBOOK_BACKUP_AT: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, 'must be a time such as 03:00, or off')
    .default('03:00'),
  SIDEBOOK_FILES_MB: z.coerce
    .number('must be a number from 0 to 1000000')
    .int('must be a number from 0 to 1000000')
    .min(0, 'must be a number from 0 to 1000000')
    .max(1_000_000, 'must be a number from 0 to 1000000')
    .default(2_000),
  SIDEBOOK_SNAPSHOT_WRITTEN: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  SIDEBOOK_LOCALE: z.enum(['en', 'zh-CN', 'zh-TW'], 'must be en, zh-CN or zh-TW').optional(),
  SIDEBOOK_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
});

/** Reads the settings from the environment; empty values count as not given. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success)
    throw new SettingsError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join(' '),
    );
  const set = parsed.data;
  if (set.SIDEBOOK_SMTP_URL && !set.SIDEBOOK_MAIL_FROM)
    throw new SettingsError('SIDEBOOK_MAIL_FROM must name the sender when SIDEBOOK_SMTP_URL is set.');
  const data = resolve(set.SIDEBOOK_DATA);
  const folder = pathToFileURL(`${data}/`).href;
  const template = set.SIDEBOOK_WORKSPACE_URL ?? `${folder}workspaces/{workspace}.db`;
  return {
    host: set.HOST,
    port: set.PORT,
    publicOrigin: set.SIDEBOOK_PUBLIC_URL ? new URL(set.SIDEBOOK_PUBLIC_URL).origin : null,
    proxies: set.SIDEBOOK_PROXIES,
    data,
    directory: {
      url: set.SIDEBOOK_DIRECTORY_URL ?? `${folder}directory.db`,
      token: set.SIDEBOOK_DIRECTORY_TOKEN,
    },
    workspace: (id) => ({
      url: template.replaceAll('{workspace}', encodeURIComponent(id)),
      token: set.SIDEBOOK_WORKSPACE_TOKEN,
    }),
    secret: set.SIDEBOOK_SECRET ?? null,
    smtp:
      set.SIDEBOOK_SMTP_URL && set.SIDEBOOK_MAIL_FROM
        ? { url: set.SIDEBOOK_SMTP_URL, from: set.SIDEBOOK_MAIL_FROM }
        : null,
    backups: {
      folder: resolve(set.SIDEBOOK_BACKUPS ?? `${data}/backups`),
      keep: set.SIDEBOOK_BACKUPS_KEEP,
      at: minutesOf(set.SIDEBOOK_BACKUP_AT),
    },
    fileRoom: set.SIDEBOOK_FILES_MB * 1_000_000,
    snapshotWritten: set.SIDEBOOK_SNAPSHOT_WRITTEN === 'yes',
    locale: set.SIDEBOOK_LOCALE ?? localeOf(env.LC_ALL ?? env.LANG ?? ''),
    logLevel: set.SIDEBOOK_LOG,
  };
}

function minutesOf(time: string): number | null {
  const [hours, minutes] = time.split(':').map(Number);
  return time === 'off' ? null : (hours ?? 0) * 60 + (minutes ?? 0);
}

/** `zh_TW.UTF-8` and `zh_HK` write traditional characters, any other `zh` simplified ones. */
function localeOf(lang: string): Settings['locale'] {
  if (/^zh_(TW|HK|MO)/i.test(lang)) return 'zh-TW';
  return /^zh/i.test(lang) ? 'zh-CN' : 'en';
}

import { html } from 'hono/html';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { type BackupKind, type BackupListed, listBackups } from '../../services/backup/manifest.ts';
import { runBackup } from '../../services/backup/run.ts';
import type { Html } from './frame.ts';
import type { Locale } from './locale.ts';
import { time } from './parts.ts';
import type { SignedInVisit, Site } from './visit.ts';

/** A small one is there by then; nobody looks at an empty page for longer. */
const patienceMs = 4_000;
const mostShown = 20;

export type Outcome = 'done' | 'running' | 'failed';

/** Backups that were asked for on the page, one at a time; what fails later is said at the next look. */
export function makeBackups({ keeper }: Pick<Site, 'keeper'>): {
  now: () => Promise<Outcome>;
  state: () => Outcome | null;
} {
  let state: Outcome | null = null;
  return {
    state: () => state,
    now: async () => {
      if (state !== 'running') {
        state = 'running';
        void runBackup(keeper, { kind: 'manual' }).then(
          () => {
            state = 'done';
          },
          // Why stands in the log, written by the backup itself.
          () => {
            state = 'failed';
          },
        );
      }
      for (let waited = 0; state === 'running' && waited < patienceMs; waited += 50)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return state;
    },
  };
}

/** When the newest whole backup of everything was begun. */
export const lastBackup = ({ keeper }: Site): number | null =>
  listBackups(keeper.settings.backups.folder).find(({ state }) => state === 'whole')?.manifest?.at ?? null;

export function backupsPart({ site, locale }: SignedInVisit): Html {
  const say = { locale };
  const { folder, at } = site.keeper.settings.backups;
  const backups = listBackups(folder);
  return html`<h2>${m.server_backups_title({}, say)}</h2><p>${
    at === null ? m.server_backups_lead_off({}, say) : m.server_backups_lead({}, say)
  }</p><form method="post" action="/server/backup"><button>${m.server_backups_now({}, say)}</button></form>${
    backups.length === 0
      ? html`<p class="soft">${m.server_backups_none({}, say)}</p>`
      : html`<ul class="rows spaced">${backups.slice(0, mostShown).map((each) => rowOf(each, locale))}</ul>`
  }`;
}

const kinds: Record<BackupKind, typeof m.server_backups_kind_manual> = {
  scheduled: m.server_backups_kind_scheduled,
  manual: m.server_backups_kind_manual,
  'before-restore': m.server_backups_kind_before_restore,
  'before-delete': m.server_backups_kind_before_delete,
  'before-upgrade': m.server_backups_kind_before_upgrade,
};

function rowOf({ name, state, manifest }: BackupListed, locale: Locale): Html {
  const say = { locale };
  if (!manifest || state !== 'whole') {
    const fault =
      state === 'unfinished' ? m.server_backups_unfinished({}, say) : m.server_backups_damaged({}, say);
    return html`<li class="row"><div>${name}<small class="warn">${fault}</small></div></li>`;
  }
  const bytes = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);
  const facts = [
    kinds[manifest.kind]({}, say),
    m.server_backups_size({ size, count: manifest.parts.length }, say),
    ...(manifest.missing.length > 0
      ? [m.server_backups_missing({ count: manifest.missing.length }, say)]
      : []),
  ];
  return html`<li class="row"><div>${time(manifest.at, locale)}<small>${facts.join(' - ')}</small></div></li>`;
}

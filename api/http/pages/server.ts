import { html } from 'hono/html';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { backupsPart, lastBackup, makeBackups, type Outcome } from './backups.ts';
import type { Html } from './frame.ts';
import type { Locale } from './locale.ts';
import { time } from './parts.ts';
import { type Draw, type Routes, serverOwner } from './routes.ts';
import { type SignedInVisit, type Site, show } from './visit.ts';

const startedAt = Date.now();

/** How the server is, and its backups, for whoever runs it. */
export function serverPages({ page, step }: Routes, site: Site): void {
  const backups = makeBackups(site);
  const said = (outcome: Outcome | null, locale: Locale) => {
    const text = {
      done: m.server_backups_done,
      running: m.server_backups_running,
      failed: m.server_backups_failed,
    };
    return outcome ? { good: outcome !== 'failed', text: text[outcome]({}, { locale }) } : undefined;
  };
  page('/server', serverOwner, (visit) => {
    const state = backups.state();
    return draw(visit, state === 'done' ? undefined : said(state, visit.locale));
  });
  step(
    '/server/backup',
    serverOwner,
    async (visit) => draw(visit, said(await backups.now(), visit.locale)),
    draw,
  );
}

const draw: Draw<SignedInVisit> = async (visit, said) => {
  const { site, locale } = visit;
  const last = lastBackup(site);
  const say = { locale };
  const { ready, reason, engine, migrations } = await site.readiness();
  const { rows } = await site.world.directory.execute(
    `SELECT (SELECT count(*) FROM workspace) AS workspaces, (SELECT count(*) FROM user) AS people,
  (SELECT count(*) FROM device WHERE revoked_at IS NULL) AS devices`,
  );
  const counts = rows[0];
  const isFile = engine === 'file';
  const facts: [string, Html | string][] = [
    [
      m.server_server_ready({}, say),
      ready ? m.server_server_yes({}, say) : m.server_server_no({ reason: String(reason) }, say),
    ],
    [m.server_server_since({}, say), time(startedAt, locale)],
    [
      m.server_server_engine({}, say),
      isFile ? m.server_server_engine_file({}, say) : m.server_server_engine_remote({}, say),
    ],
    [
      m.server_server_durability({}, say),
      isFile ? m.server_server_durability_full({}, say) : m.server_server_durability_remote({}, say),
    ],
    [m.server_server_level({}, say), `${migrations.directory}, ${migrations.workspace}`],
    [
      m.server_server_last_backup({}, say),
      last === null ? m.server_backups_none({}, say) : time(last, locale),
    ],
    [m.server_server_workspaces({}, say), String(counts?.workspaces)],
    [m.server_server_people({}, say), String(counts?.people)],
    [m.server_server_devices({}, say), String(counts?.devices)],
    [m.server_server_memory({}, say), `${Math.round(process.memoryUsage.rss() / 1_000_000)} MB`],
    [
      m.server_server_mail({}, say),
      site.mailer ? m.server_server_mail_on({}, say) : m.server_server_mail_off({}, say),
    ],
  ];
  return show(visit, {
    title: m.server_server_title({}, say),
    said,
    body: html`<h2>${m.server_server_health({}, say)}</h2><dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>${backupsPart(visit)}`,
  });
};

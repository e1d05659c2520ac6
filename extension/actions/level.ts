import type { MailHealth } from '../gmail/health.ts';
import type { LevelOnScreen } from '../messages/level.ts';

/** What a mailbox's page tells of itself, as a level. Null while the better level may still come. */
export function levelOf(health: MailHealth | undefined): LevelOnScreen | null {
  if (!health || health.without === 'loading') return null;
  const names = (state: string) =>
    health.functions.flatMap((each) => (each.state === state ? [each.name] : []));
  const missing = names('missing');
  const { layout } = health;
  const rest = { missing: missing.filter((name) => name !== 'panel'), otherwise: names('otherwise'), layout };
  if (missing.includes('thread') || missing.includes('people')) return { level: 3, why: 'unread', ...rest };
  if (health.level === 'dom' && health.without !== 'not-built')
    return { level: 2, why: layout.popOut ? 'pop-out' : 'late', ...rest };
  // Firefox has no better than our own reading and our own place.
  if (health.level === 'dom') return { level: 2, why: null, ...rest };
  if (health.place !== 'global-panel') return { level: 2, why: 'column', ...rest };
  return { level: 1, why: null, ...rest };
}

/** One tab's part of the report: words of ours and counts, never an address or a text. */
export function levelReport(health: MailHealth): string {
  const level = levelOf(health);
  const { layout } = health;
  const shape = [
    layout.nav,
    layout.pane === 'none' ? null : `pane-${layout.pane}`,
    layout.conversations ? null : 'single-mails',
    layout.narrow ? 'narrow' : null,
    layout.delegated ? 'delegated' : null,
    layout.popOut ? 'pop-out' : null,
  ];
  const functions = health.functions
    .filter(({ state }) => state !== 'works')
    .map(({ name, state, why }) => `${name}:${state}${why ? `/${why}` : ''}`);
  const failed = health.probes
    .filter((probe) => probe.failed > 0)
    .map((probe) => `${probe.name}:${probe.failed}`);
  return [
    `gmail=${health.level}/${health.place ?? '-'}`,
    `level=${level?.level ?? '-'}${level?.why ? `/${level.why}` : ''}`,
    `sdk=${health.sdk ?? 'none'}${health.without ? `/${health.without}` : ''}`,
    `layout=${shape.filter(Boolean).join(',')}`,
    `language=${health.language ?? '-'}`,
    `functions=${health.functions.length - functions.length}/${health.functions.length}`,
    ...(functions.length > 0 ? [`not=${functions.join(',')}`] : []),
    ...(failed.length > 0 ? [`failed=${failed.join(',')}`] : []),
  ].join(' ');
}

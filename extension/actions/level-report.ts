import type { MailHealth } from '../gmail/health.ts';
import { levelOf } from './level.ts';

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

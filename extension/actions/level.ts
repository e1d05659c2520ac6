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

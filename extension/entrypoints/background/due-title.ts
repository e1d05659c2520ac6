import type { TodayCount } from '../../../shared/domain/task/today.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

const product = 'Sidebook';

/** What the number counts, in words. */
export function dueTitle({ due, owed, awaited, mentions }: TodayCount): string {
  const parts = [
    due > 0 && m.today_title_due({ count: due }),
    owed > 0 && m.today_title_owed({ count: owed }),
    awaited > 0 && m.today_title_awaited({ count: awaited }),
    mentions > 0 && m.today_title_mentions({ count: mentions }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? product : `${product}: ${parts.join(' · ')}`;
}

import * as m from '../../../shared/i18n/compiled/messages.js';
import type { FunctionHealth } from '../../gmail/health.ts';
import type { LevelOnScreen } from '../../messages/level.ts';

/** What a user calls each function of the mailbox. */
export function functionText(name: FunctionHealth['name']): string {
  switch (name) {
    case 'account':
      return m.level_fn_account();
    case 'thread':
      return m.level_fn_thread();
    case 'subject':
      return m.level_fn_subject();
    case 'people':
      return m.level_fn_people();
    case 'ids':
      return m.level_fn_ids();
    case 'text':
      return m.level_fn_text();
    case 'recipients':
      return m.level_fn_recipients();
    case 'dates':
      return m.level_fn_dates();
    case 'list':
      return m.level_fn_list();
    case 'rows':
      return m.level_fn_rows();
    case 'panel':
      return m.level_fn_panel();
    case 'compose':
      return m.level_fn_compose();
    case 'sending':
      return m.level_fn_sending();
    case 'log-switch':
      return m.level_fn_log_switch();
    case 'toolbar':
      return m.level_fn_toolbar();
    case 'routes':
      return m.level_fn_routes();
    case 'app-icon':
      return m.level_fn_app_icon();
    case 'search-box':
      return m.level_fn_search_box();
    case 'contact-panel':
      return m.level_fn_contact_panel();
  }
}

/** The level in one sentence. */
export function levelText({ level, why }: LevelOnScreen): string {
  if (level === 3) return m.level_unread();
  if (why === 'column') return m.level_column();
  if (why === 'pop-out') return m.level_pop_out();
  if (why === 'late') return m.level_late();
  return level === 1 ? m.level_best() : m.level_own();
}

/** The same in as few words as a line of the panel has room for. */
function shortText({ level, why }: LevelOnScreen): string | null {
  if (level === 3) return m.level_short_unread();
  if (why === 'column') return m.level_short_column();
  return why === null ? null : m.level_short_unsent();
}

/** What the quiet line says: nothing where all is as it should be. */
export function lineText(level: LevelOnScreen, account: string | null): string | null {
  // Of a page that cannot be read, what is missing is no news.
  const missing = level.level === 3 ? [] : level.missing;
  const [one] = missing;
  const parts = [
    level.layout.delegated && account ? m.level_short_delegated({ account }) : null,
    shortText(level),
    one && missing.length === 1
      ? m.level_short_one({ what: functionText(one) })
      : one
        ? m.level_short_missing({ count: missing.length })
        : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : null;
}

import type { Refusal } from '../../../shared/domain/exclusion/judge.ts';
import type { QuietKind } from '../../../shared/domain/exclusion/quiet.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

const kinds: Record<QuietKind, () => string> = {
  money: m.exclude_kind_money,
  health: m.exclude_kind_health,
  state: m.exclude_kind_state,
  secrets: m.exclude_kind_secrets,
  mail: m.exclude_kind_mail,
  local: m.exclude_kind_local,
};
export const quietKindText = (kind: QuietKind): string => kinds[kind]();

/** Why a page is left alone, or mail kept out of the log. */
export function refusalText(refusal: Refusal, of: 'page' | 'mail'): string {
  const what = refusal.value;
  if (refusal.why === 'default') {
    const kind = quietKindText(refusal.kind);
    return of === 'page' ? m.exclude_page_default({ kind }) : m.exclude_mail_default({ kind, what });
  }
  if (of === 'page') return refusal.team ? m.exclude_page_team({ what }) : m.exclude_page_own({ what });
  return refusal.team ? m.exclude_mail_team({ what }) : m.exclude_mail_own({ what });
}

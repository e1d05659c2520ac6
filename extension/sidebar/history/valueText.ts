import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryEntry } from '../../messages/state.ts';
import { moneyText } from '../../ui/money.ts';
import { ownText } from '../own-field/ownText.ts';
import { isLifeCycle, lifeCycleText } from '../person/lifeCycleText.ts';
import { isPartyRole, roleText } from '../role/roleText.ts';
import type { Session } from '../shell/session.ts';

const states: Record<string, () => string> = { won: m.words_won, lost: m.words_lost, open: m.record_open };

/** A value of the history as people read it; a person's name stands there already. */
export function valueText(
  session: Session,
  { change: { field, noun }, kind }: Pick<HistoryEntry, 'change' | 'kind'>,
  value: HistoryEntry['to'],
): string {
  if (value === null) return m.sidebar_history_was_empty();
  if (field === 'lifeCycle' && isLifeCycle(value)) return lifeCycleText(value);
  if (field === 'role' && isPartyRole(value)) return roleText(value);
  const locale = session.locale.value;
  // Its currency is a field of its own.
  if (noun === 'deal' && field === 'amountMinor' && typeof value === 'number')
    return moneyText(value, null, locale);
  if (noun === 'deal' && field === 'state') return states[value]?.() ?? String(value);
  return kind === null || kind === 'person'
    ? String(value)
    : ownText(kind, value, { locale, today: session.today.value });
}

import type { StakeReason } from '../../../shared/domain/stake/order.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { InboxFilter, InboxRow } from '../../messages/rows.ts';
import { moneyText } from '../../ui/money.ts';

/** Why a conversation stands where it does, in words. */
export function reasonText(reason: StakeReason, row: InboxRow, locale: string): string {
  const why = words(reason, row, locale);
  const isTask = reason.kind === 'late' || reason.kind === 'today' || reason.kind === 'soon';
  return isTask && row.task ? m.rows_why_of({ why, task: row.task }) : why;
}

function words(reason: StakeReason, { deal }: InboxRow, locale: string): string {
  switch (reason.kind) {
    case 'late':
      return reason.promised
        ? m.rows_why_promise_late({ count: reason.days })
        : m.rows_why_late({ count: reason.days });
    case 'today':
      return reason.promised ? m.rows_why_promise_today() : m.rows_why_today();
    case 'soon':
      return reason.promised
        ? m.rows_why_promise_soon({ count: reason.days })
        : m.rows_why_soon({ count: reason.days });
    case 'deal': {
      const stage = deal?.stage ?? '';
      return deal?.amountMinor == null
        ? m.rows_why_deal({ stage })
        : m.rows_why_deal_amount({ stage, amount: moneyText(deal.amountMinor, deal.currency, locale) });
    }
    case 'answer':
      if (reason.days === 0) return reason.unread ? m.rows_why_unread() : m.rows_why_answer();
      return reason.unread
        ? m.rows_why_unread_days({ count: reason.days })
        : m.rows_why_answer_days({ count: reason.days });
    case 'lead':
      return m.rows_why_lead();
    case 'owed':
      return m.rows_why_owed({ count: reason.days });
    case 'silence':
      return m.rows_why_silence({ days: reason.days, usual: reason.usual });
  }
}

export const filterText: Record<InboxFilter, () => string> = {
  answer: m.rows_filter_answer,
  due: m.rows_filter_due,
  deal: m.rows_filter_deal,
  lead: m.rows_filter_lead,
  mine: m.rows_filter_mine,
};

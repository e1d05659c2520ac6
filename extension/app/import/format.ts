import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';

/** A count as it is shown, and as a message chooses its plural by. */
export function useCounts(): (count: number) => { count: number; shown: string } {
  const { locale } = useSession();
  const format = new Intl.NumberFormat(locale.value);
  return (count) => ({ count, shown: format.format(count) });
}

export const nounText: Record<ImportNoun, () => string> = {
  contact: m.import_noun_contact,
  company: m.import_noun_company,
  deal: m.import_noun_deal,
  interaction: m.import_noun_interaction,
};

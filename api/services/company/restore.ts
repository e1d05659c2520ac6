import type { Input } from '../../../shared/sync/mutation.ts';
import { holdExternalIds } from '../external-id.ts';
import { FRESH, type Plan } from '../plan.ts';
import { restoreRow } from '../restore.ts';

/** What an alias had, another one holds. */
const isAlias = `EXISTS (SELECT 1 FROM company a WHERE a.id = :id AND a.merged_into IS NOT NULL)`;

/** A domain that another company holds by now stays with that one. */
export const restoreCompany = ({ id }: Input<'company.restore'>): Plan =>
  restoreRow('company', 'company.unknown', id, {
    clash: [],
    hold: [
      `UPDATE company_domain SET held = 1 WHERE company_id = :id AND ${FRESH} AND NOT ${isAlias}
  AND NOT EXISTS (SELECT 1 FROM company_domain o WHERE o.held = 1 AND o.domain = company_domain.domain)`,
      `${holdExternalIds('company')} AND NOT ${isAlias}`,
    ],
  });

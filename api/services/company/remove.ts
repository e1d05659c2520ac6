import type { Input } from '../../../shared/sync/mutation.ts';
import { freeExternalIds } from '../external-id.ts';
import { FRESH, type Plan } from '../plan.ts';
import { removeRow } from '../remove.ts';

export const removeCompany = ({ id }: Input<'company.remove'>): Plan =>
  removeRow('company', 'company.unknown', id, [
    `UPDATE company_domain SET held = 0 WHERE company_id = :id AND ${FRESH}`,
    freeExternalIds('company'),
  ]);

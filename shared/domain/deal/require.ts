import type { Deal, OwnField } from '../rows.ts';

/** Fields of a deal that a stage can ask for, besides `own.<key>`. */
export const requirable = [
  'amountMinor',
  'expectedClose',
  'need',
  'companyId',
  'contactIds',
  'ownerId',
] as const;
export type Requirable = (typeof requirable)[number];
const isRequirable = (field: string): field is Requirable =>
  (requirable as readonly string[]).includes(field);

const ownPrefix = 'own.';
export const ownKeyOf = (field: string): string | null =>
  field.startsWith(ownPrefix) ? field.slice(ownPrefix.length) : null;
export const ownRequirement = (key: string): string => ownPrefix + key;

type Asked = Pick<Deal, Requirable | 'own'>;

/**
 * What a stage asks for that the deal does not say, in the stage's order. A field that nobody could fill in (an own
 * field that was removed, a name of a later release) asks for nothing.
 */
export function missingOf(
  deal: Asked,
  requires: readonly string[],
  ownFields: readonly Pick<OwnField, 'noun' | 'key'>[],
): string[] {
  const isMissing = (field: string): boolean => {
    const key = ownKeyOf(field);
    if (key !== null)
      return ownFields.some((own) => own.noun === 'deal' && own.key === key) && isEmpty(deal.own[key]);
    return isRequirable(field) && isEmpty(deal[field]);
  };
  return [...new Set(requires)].filter(isMissing);
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

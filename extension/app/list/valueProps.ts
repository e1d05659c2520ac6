import type { Field } from '../../../shared/domain/view/fields.ts';
import type { ListNoun } from '../../../shared/domain/view/query.ts';
import type { ListStart } from '../../messages/list.ts';

export type Value = string | number;
export type ValueProps = {
  noun: ListNoun;
  field: Field;
  start: ListStart;
  label: string;
  values: readonly Value[];
  /** `names`: of what was chosen, for ids. `wrong`: something is typed that is no value. */
  onValues: (values: Value[], names?: Record<string, string>, wrong?: boolean) => void;
};

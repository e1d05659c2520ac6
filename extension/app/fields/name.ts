import { ownFieldKey } from '../../../shared/domain/own-field/key.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import { foldText } from '../../../shared/kit/fold.ts';

/** Whether another field is called so: two of one name could not be told apart, nor could columns of a file. */
export const isNameTaken = (name: string, fields: readonly OwnField[], but?: string): boolean =>
  fields.some(
    ({ id, label, key }) =>
      id !== but && (foldText(label) === foldText(name) || (but === undefined && key === ownFieldKey(name))),
  );

import { useEffect, useState } from 'preact/hooks';
import type { Field } from '../../../shared/domain/view/fields.ts';
import type { ListNoun } from '../../../shared/domain/view/query.ts';
import type { ListValue } from '../../messages/list.ts';
import { useSession } from '../../sidebar/shell/session.ts';

/** What rows say of a field and holds the text. */
export function useValues(noun: ListNoun, field: Field, text: string, on: boolean): ListValue[] {
  const { client } = useSession();
  const [found, setFound] = useState<ListValue[]>([]);
  useEffect(() => {
    if (!on) return;
    let current = true;
    client.call('listValues', { noun, field: field.name, text }).then(
      (values) => current && setFound(values),
      // Nothing is offered; it can be typed all the same.
      () => current && setFound([]),
    );
    return () => {
      current = false;
    };
  }, [client, noun, field.name, text, on]);
  return found;
}

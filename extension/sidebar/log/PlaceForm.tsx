import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import { Text } from '../../ui/Text.tsx';
import { Picker } from '../search/Picker.tsx';
import css from './PlaceForm.module.css';
import { withDeals } from './place.ts';
import type { Place } from './useLog.ts';

type Noun = 'contact' | 'company' | 'deal';
type Offered = { noun: Noun; id: Id; name: string; taken: boolean };
type Start = {
  contacts: readonly { id: Id; name: string }[];
  company: { id: Id; name: string } | null;
  deals: readonly { id: Id; title: string }[];
};

/** Ticks for whom and what a log is about, and a search for anybody else. */
export function PlaceForm({
  of,
  start,
  people = [],
  deals = [],
  onSave,
  onLeave,
}: {
  of: 'log' | 'entry';
  start: Start;
  /** Others that are likely meant. */
  people?: readonly { id: Id; name: string }[];
  deals?: readonly { id: Id; title: string }[];
  onSave: (event: Event, place: Place) => Promise<void>;
  onLeave: () => void;
}) {
  const [offered, offer] = useState<Offered[]>(() => offeredAt(start, people, deals));
  const [empty, setEmpty] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const title = of === 'log' ? m.log_target_title() : m.log_move_title();
  const set = (one: Offered, taken: boolean) => {
    setEmpty(false);
    offer((all) => [
      ...all.map((each) =>
        // An entry is of one company.
        same(each, one)
          ? { ...each, taken }
          : one.noun === 'company' && taken && each.noun === 'company'
            ? { ...each, taken: false }
            : each,
      ),
      ...(all.some((each) => same(each, one)) ? [] : [{ ...one, taken }]),
    ]);
  };
  const taken = (noun: Noun): Id[] =>
    offered.flatMap((each) => (each.noun === noun && each.taken ? [each.id] : []));
  const save = async (event: Event) => {
    const place = withDeals(
      { contactIds: taken('contact'), companyId: taken('company')[0] ?? null, dealId: null, moreDealIds: [] },
      taken('deal'),
    );
    if (!offered.some((each) => each.taken)) return setEmpty(true);
    await onSave(event, place);
  };
  return (
    <Form label={title} onSave={(event) => void save(event)} onCancel={onLeave}>
      <p class={css.title}>{title}</p>
      {(['contact', 'company', 'deal'] as const).map((noun) => {
        const rows = offered.filter((each) => each.noun === noun);
        if (rows.length === 0) return null;
        return (
          <fieldset key={noun} class={css.group}>
            <legend>{heads[noun]()}</legend>
            {rows.map((each) => (
              <label key={each.id} class={css.row}>
                <input
                  type="checkbox"
                  ref={same(each, offered[0]) ? first : null}
                  checked={each.taken}
                  onChange={(event) => set(each, event.currentTarget.checked)}
                />
                <Text cut>{each.name}</Text>
              </label>
            ))}
          </fieldset>
        );
      })}
      <Picker
        noun={null}
        label={m.log_add_other()}
        focus={offered.length === 0}
        onPick={({ noun, id, title: name }) => set({ noun, id, name, taken: true }, true)}
        onLeave={(by) => by === 'key' && onLeave()}
      />
      {empty && (
        <p class={css.error} role="alert">
          {m.log_needs_target()}
        </p>
      )}
      <FormEnd
        save={of === 'log' ? m.log_target_save() : m.log_move_save()}
        cancel={m.words_cancel()}
        onCancel={onLeave}
      />
    </Form>
  );
}

const heads = { contact: m.log_people, company: m.log_company, deal: m.log_deals } as const;

const same = (a: Pick<Offered, 'noun' | 'id'>, b: Pick<Offered, 'noun' | 'id'> | undefined): boolean =>
  b !== undefined && a.noun === b.noun && a.id === b.id;

function offeredAt(
  { contacts, company, deals }: Start,
  people: readonly { id: Id; name: string }[],
  open: readonly { id: Id; title: string }[],
): Offered[] {
  const as =
    (noun: Noun, taken: boolean) =>
    (row: { id: Id; name?: string; title?: string }): Offered => ({
      noun,
      id: row.id,
      name: row.name ?? row.title ?? '',
      taken,
    });
  const all = [
    ...contacts.map(as('contact', true)),
    ...people.map(as('contact', false)),
    ...(company ? [as('company', true)(company)] : []),
    ...deals.map(as('deal', true)),
    ...open.map(as('deal', false)),
  ];
  return all.filter((each, at) => all.findIndex((other) => same(each, other)) === at);
}

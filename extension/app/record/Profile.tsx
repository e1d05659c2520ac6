import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { OwnField, OwnValues } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryNoun } from '../../messages/calls.ts';
import { HistoryButton } from '../../sidebar/history/HistoryButton.tsx';
import { type OwnParts, ownFieldRows, ownFieldsOf } from '../../sidebar/own-field/ownFieldRows.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import type { Field } from '../../ui/field.ts';
import { Section } from '../../ui/Section.tsx';
import css from './Record.module.css';

/** Every field of a record, edited where it stands; own fields that the team keeps off this page come on request. */
export function Profile({
  noun,
  id,
  name,
  fields,
  own,
  ownFields,
  ...parts
}: {
  noun: HistoryNoun;
  id: string;
  name: string;
  fields: Field[];
  own: OwnValues;
  ownFields: OwnField[];
} & Pick<OwnParts, 'members' | 'named' | 'edit'>) {
  const session = useSession();
  const [all, showAll] = useState(false);
  const rows = (shown: boolean) =>
    ownFieldRows(session, {
      ...parts,
      ownFields: ownFieldsOf(ownFields, noun, { at: 'record', shown }),
      values: own,
    });
  const hidden = rows(false);
  return (
    <Section title={m.record_profile()} action={<HistoryButton of={noun} id={id} name={name} />}>
      <FieldList label={m.record_profile()} fields={[...fields, ...rows(true), ...(all ? hidden : [])]} />
      <Link class={css.link} href="/fields">
        {m.app_fields()}
      </Link>
      {hidden.length > 0 && (
        <Button look="link" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? m.record_fewer_fields() : m.record_more_fields()}
        </Button>
      )}
    </Section>
  );
}

import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { OwnField } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Missing } from '../../sidebar/shell/Missing.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Strip } from '../../ui/Strip.tsx';
import css from './Fields.module.css';
import { FieldsOf } from './FieldsOf.tsx';

const nouns: OwnField['noun'][] = ['contact', 'company', 'deal'];

/** The fields that a team adds to contacts, companies and deals. */
export function FieldsPage() {
  const session = useSession();
  const { value, code } = useAnswer('ownFields', {});
  useEffect(() => {
    document.title = m.fields_title();
  }, []);
  if (!value) return <Missing code={code} gone={false} />;
  const may = value.mayChange && session.canChange.value;
  return (
    <article class={css.page} aria-label={m.fields_title()}>
      <h1 class={css.title}>{m.fields_title()}</h1>
      <p class={css.lead}>{m.fields_lead()}</p>
      <Link class={css.back} href="/contacts">
        {m.record_to_contacts()}
      </Link>
      {!may && <Strip tone="info">{m.fields_admins_only()}</Strip>}
      {nouns.map((noun) => (
        <FieldsOf
          key={noun}
          noun={noun}
          fields={value.fields.filter((field) => field.noun === noun)}
          may={may}
        />
      ))}
    </article>
  );
}

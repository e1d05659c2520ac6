import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { CompanyView } from '../../messages/state.ts';
import { webLink } from '../../sidebar/person/otherKeyRows.tsx';
import { roleField } from '../../sidebar/role/roleField.tsx';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { ownerField, sourceField, textField } from './fields.tsx';
import { Profile } from './Profile.tsx';

function useEdit(id: string) {
  const session = useSession();
  return async (event: Event, fields: Input<'company.edit'>['fields']) => {
    const outcome = await session.act(event, 'company.edit', { id, fields }, true);
    return outcome.ok ? null : errorText(outcome.code);
  };
}

export function CompanyProfile({ view }: { view: CompanyView }) {
  const session = useSession();
  const { company, members } = view;
  const edit = useEdit(company.id);
  const may = session.canChange.value;
  const text = (field: 'industry' | 'city' | 'country' | 'phone' | 'website', label: string) =>
    textField(
      field,
      label,
      company[field],
      may ? (typed, event) => edit(event, { [field]: typed || null }) : null,
      {
        maxLength: field === 'website' ? limits.url : limits.name,
        ...(field === 'website' && { beside: webLink(company.website) }),
      },
    );
  const fields = [
    textField(
      'name',
      m.words_name(),
      company.name,
      may ? async (typed, event) => (typed ? edit(event, { name: typed }) : m.sidebar_needs_name()) : null,
      { maxLength: limits.name },
    ),
    text('industry', m.words_industry()),
    text('phone', m.words_phone()),
    text('website', m.words_website()),
    text('city', m.words_city()),
    text('country', m.words_country()),
    ownerField(
      company.ownerId,
      members,
      may ? (typed, event) => edit(event, { ownerId: typed || null }) : null,
    ),
    roleField(company, may ? edit : null),
    sourceField(company.origin),
  ];
  return (
    <Profile
      noun="company"
      id={company.id}
      name={company.name}
      fields={fields}
      own={company.own}
      ownFields={view.ownFields}
      members={members}
      named={view.named}
      edit={(event, own) => edit(event, { own })}
    />
  );
}

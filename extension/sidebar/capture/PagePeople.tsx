import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { CompanyOnScreen, PersonOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { CaptureCard } from './CaptureCard.tsx';
import css from './CaptureList.module.css';
import { CaptureList } from './CaptureList.tsx';

/** The people of a page as a list, or one of them who is looked at before they are saved. */
export function PagePeople({
  people,
  company,
  page,
}: {
  people: PersonOnScreen[];
  company: CompanyOnScreen | null;
  page: { url: string; title: string };
}) {
  const [opened, open] = useState<string | null>(null);
  const person = people.find(({ key, contact }) => key === opened && !contact);
  if (!person) return <CaptureList people={people} company={company} page={page} onOpen={open} />;
  return (
    <>
      <Button look="link" class={css.back} onClick={() => open(null)}>
        {m.capture_back_to_list()}
      </Button>
      <CaptureCard key={person.key} person={person} company={company} page={page} />
    </>
  );
}

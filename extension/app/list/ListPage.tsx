import { Plus } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { ListNoun, ListQuery } from '../../../shared/domain/view/query.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { PageSession } from '../page.ts';
import { nounText } from './fieldLabel.ts';
import { withNameFirst } from './gridColumns.ts';
import css from './List.module.css';
import { List } from './List.tsx';
import { NewCompany } from './NewCompany.tsx';
import { useStart } from './useStart.ts';
import { isOf, Views } from './Views.tsx';

export const ContactsPage = ({ page }: { page: PageSession }) => <ListPage page={page} noun="contact" />;
export const CompaniesPage = ({ page }: { page: PageSession }) => <ListPage page={page} noun="company" />;

/** All contacts, or all companies: as they were looked at last, or as a saved view has them. */
function ListPage({ page, noun }: { page: PageSession; noun: Extract<ListNoun, 'contact' | 'company'> }) {
  const session = useSession();
  const place = page.state.value?.place ?? null;
  const start = useStart(page, noun);
  /** What was asked for, in which workspace; null: what was shown last. */
  const [asked, setAsked] = useState<{ place: string | null; query: ListQuery } | null>(null);
  const [viewId, setViewId] = useState<string | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const locale = session.locale.value;
  const last = start?.last ?? null;
  const known = asked?.place === place ? asked.query : (last?.query ?? usualQuery(noun));
  const query = start ? withNameFirst(known, start) : null;

  useEffect(() => {
    if (!start || asked) return;
    setViewId(start.views.find((view) => isOf(view, known))?.id ?? null);
  }, [start !== null]);

  if (!start || !query) return <Skeleton label={m.list_loading()} />;
  const onQuery = (next: ListQuery) => setAsked({ place, query: next });
  const number = new Intl.NumberFormat(locale);
  return (
    <section class={css.page} aria-label={nounText[noun].title()}>
      <header class={css.title}>
        <h1 class={css.heading}>{nounText[noun].title()}</h1>
        <Views
          {...{ start, query, viewId }}
          onView={(id, next) => {
            setViewId(id);
            if (next) onQuery(next);
          }}
        />
        <span class={css.count} role="status">
          {total !== null && nounText[noun].count({ count: total, shown: number.format(total) })}
        </span>
      </header>
      <List
        {...{ page, start, query, onQuery }}
        head={asked === null ? (last?.window ?? null) : null}
        onTotal={setTotal}
      >
        {session.canChange.value && (
          <Button
            look="primary"
            class={css.add}
            aria-label={noun === 'company' ? m.list_new_company() : m.list_new_contact()}
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() =>
              noun === 'company' ? setAdding(true) : session.open({ noun: 'new-contact', name: '' })
            }
          >
            {noun === 'company' ? m.list_new_company() : m.list_new_contact()}
          </Button>
        )}
      </List>
      {adding && <NewCompany onClose={() => setAdding(false)} />}
    </section>
  );
}

import { Plus } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListNoun, ListQuery } from '../../../shared/domain/view/query.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { PageSession } from '../page.ts';
import { nounText } from './fieldLabel.ts';
import type { Spot } from './Grid.tsx';
import { withNameFirst } from './gridColumns.ts';
import css from './List.module.css';
import { List } from './List.tsx';
import { NewCompany } from './NewCompany.tsx';
import { useStart } from './useStart.ts';
import { isOf, Views } from './Views.tsx';

// Another workspace is another page: nothing of one is seen in the other.
const inPlace = (page: PageSession, noun: PageNoun) => (
  <ListPage key={page.state.value?.place} page={page} noun={noun} />
);
export const ContactsPage = ({ page }: { page: PageSession }) => inPlace(page, 'contact');
export const CompaniesPage = ({ page }: { page: PageSession }) => inPlace(page, 'company');

type PageNoun = Extract<ListNoun, 'contact' | 'company'>;
/** Where somebody was, who comes back from a record. */
type Left = { query: ListQuery; viewId: string | null; spot: Spot };
const left = new Map<string, Left>();

/** All contacts, or all companies: as they were looked at last, or as a saved view has them. */
function ListPage({ page, noun }: { page: PageSession; noun: PageNoun }) {
  const session = useSession();
  const place = page.state.value?.place ?? null;
  const leftName = `${place} ${noun}`;
  const before = left.get(leftName) ?? null;
  const start = useStart(page, noun);
  /** What was asked for; null: what was shown last. */
  const [asked, setAsked] = useState<ListQuery | null>(before?.query ?? null);
  const [viewId, setViewId] = useState<string | null>(before?.viewId ?? null);
  const spot = useRef<Spot>(before?.spot ?? { top: 0, active: 0 });
  const [total, setTotal] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const locale = session.locale.value;
  const last = start?.last ?? null;
  const known = asked ?? last?.query ?? usualQuery(noun);
  const query = start ? withNameFirst(known, start) : null;

  useEffect(() => {
    if (!start || asked) return;
    setViewId(start.views.find((view) => isOf(view, known))?.id ?? null);
  }, [start !== null]);

  const latest = useRef({ query, viewId });
  latest.current = { query, viewId };
  useEffect(
    () => () => {
      if (latest.current.query)
        left.set(leftName, { ...latest.current, query: latest.current.query, spot: spot.current });
    },
    [leftName],
  );
  if (!start || !query) return <Skeleton label={m.list_loading()} />;
  const number = new Intl.NumberFormat(locale);
  return (
    <section class={css.page} aria-label={nounText[noun].title()}>
      <header class={css.title}>
        <h1 class={css.heading}>{nounText[noun].title()}</h1>
        <Views
          {...{ start, query, viewId }}
          onView={(id, next) => {
            setViewId(id);
            if (next) setAsked(next);
          }}
        />
        <span class={css.count} role="status">
          {total !== null && nounText[noun].count({ count: total, shown: number.format(total) })}
        </span>
      </header>
      <List
        {...{ page, start, query }}
        onQuery={setAsked}
        head={last && JSON.stringify(last.query) === JSON.stringify(known) ? last.window : null}
        onTotal={setTotal}
        spot={spot}
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

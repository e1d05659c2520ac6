import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { orderDeals } from '../../../shared/domain/deal/order.ts';
import type { Deal, Member, OwnField, Stage, Task } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Named } from '../../messages/state.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { late } from '../../ui/late.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { useSession } from '../shell/session.ts';
import { DealRow } from './DealRow.tsx';

const NewDealForm = late(() => import('./NewDealForm.tsx').then((part) => part.NewDealForm), true);

/** Five rows, then "Show all": a long history of deals never pushes the rest out of sight. */
const shownFirst = 5;

export function Deals({
  deals,
  stages,
  tasks,
  ownFields,
  members,
  named,
  about,
  adding,
  onAdding,
  suggestedTitle,
}: {
  deals: Deal[];
  stages: Stage[];
  tasks: Task[];
  ownFields: OwnField[];
  members: Member[];
  named: Named;
  about: { contactIds: Id[]; companyId: Id | null };
  adding: boolean;
  onAdding: (on: boolean) => void;
  suggestedTitle: string;
}) {
  const { canChange } = useSession();
  const [all, showAll] = useState(false);
  const ordered = orderDeals(deals);
  const shown = all ? ordered : ordered.slice(0, shownFirst);
  return (
    <Section
      title={m.words_deals()}
      count={deals.length}
      action={
        canChange.value && (
          <IconButton label={m.sidebar_new_deal()} onClick={() => onAdding(true)}>
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        )
      }
    >
      {adding && (
        <NewDealForm
          about={about}
          currencies={deals.map((deal) => deal.currency)}
          suggestedTitle={suggestedTitle}
          onDone={() => onAdding(false)}
        />
      )}
      {deals.length === 0 && !adding && (
        <Empty>
          {m.sidebar_no_deals()}{' '}
          {canChange.value && (
            <Button look="link" onClick={() => onAdding(true)}>
              {m.sidebar_new_deal()}
            </Button>
          )}
        </Empty>
      )}
      <ul>
        {shown.map((deal) => (
          <li key={deal.id}>
            <DealRow
              deal={deal}
              stages={stages}
              tasks={tasks}
              ownFields={ownFields}
              members={members}
              named={named}
            />
          </li>
        ))}
      </ul>
      {ordered.length > shown.length && (
        <Button look="link" onClick={() => showAll(true)}>
          {m.sidebar_show_all_count({ count: ordered.length })}
        </Button>
      )}
    </Section>
  );
}

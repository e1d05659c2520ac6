import { ChevronRight, CircleAlert, Ellipsis } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Deal, Member, OwnField, Stage, Task } from '../../../shared/domain/rows.ts';
import { nextStep } from '../../../shared/domain/task/due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Named } from '../../messages/state.ts';
import { Chip } from '../../ui/Chip.tsx';
import { late } from '../../ui/late.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { moneyText } from '../../ui/money.ts';
import { Text } from '../../ui/Text.tsx';
import { DayLabel } from '../shell/DayLabel.tsx';
import { useSession } from '../shell/session.ts';
import { close, reopen } from './changes.ts';
import { DealFields } from './DealFields.tsx';
import css from './DealRow.module.css';
import { StageStepper } from './StageStepper.tsx';

const DealLog = late(() => import('../log/DealLog.tsx').then((part) => part.DealLog), true);
const CloseDealForm = late(() => import('./CloseDealForm.tsx').then((part) => part.CloseDealForm), true);

/** A deal where it stands: amount, stage, when it should close, and what comes next. */
export function DealRow({
  deal,
  stages,
  tasks,
  ownFields,
  members,
  named,
  unfolded = false,
  isOnPage = false,
}: {
  deal: Deal;
  stages: Stage[];
  tasks: Task[];
  ownFields: OwnField[];
  members: Member[];
  named: Named;
  unfolded?: boolean;
  /** It stands on its own page. */
  isOnPage?: boolean;
}) {
  const session = useSession();
  const [open, setOpen] = useState(unfolded);
  const [losing, setLosing] = useState(false);
  const locale = session.locale.value;
  const next = nextStep(tasks.filter((task) => task.dealId === deal.id));
  const isOpen = deal.state === 'open';

  return (
    <div class={css.deal}>
      <div class={css.top}>
        <button type="button" class={css.title} aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={14} aria-hidden="true" class={css.arrow} />
          <Text cut>{deal.title}</Text>
        </button>
        {deal.amountMinor !== null && (
          <span class={css.amount}>{moneyText(deal.amountMinor, deal.currency, locale)}</span>
        )}
        <DealLog deal={deal} />
        {session.canChange.value && (
          <Menu
            label={m.sidebar_deal_actions({ deal: deal.title })}
            class={css.menu}
            trigger={<Ellipsis size={16} aria-hidden="true" />}
            items={() => [
              // Where records have pages, this leads to the deal's.
              session.recordHref === null &&
                !isOnPage && {
                  id: 'page',
                  label: m.record_see_record(),
                  onPick: () => session.open({ noun: 'deal', id: deal.id }),
                },
              ...(isOpen
                ? [
                    { id: 'edit', label: m.words_edit(), onPick: () => setOpen(true) },
                    {
                      id: 'won',
                      label: m.sidebar_close_won(),
                      onPick: (event: Event) => void close(session, event, deal, { state: 'won' }),
                    },
                    { id: 'lost', label: m.sidebar_close_lost(), onPick: () => setLosing(true) },
                  ]
                : [
                    { id: 'edit', label: m.words_edit(), onPick: () => setOpen(true) },
                    {
                      id: 'reopen',
                      label: m.sidebar_reopen(),
                      onPick: (event: Event) => void reopen(session, event, deal),
                    },
                  ]),
            ]}
          />
        )}
      </div>
      {isOpen ? (
        <>
          <StageStepper deal={deal} stages={stages} />
          <div class={css.clip}>
            <p class={css.meta}>
              {deal.expectedClose && (
                <span class={deal.expectedClose < session.today.value ? css.late : undefined}>
                  {m.sidebar_closes()} <DayLabel day={deal.expectedClose} />
                </span>
              )}
              {next ? (
                <span class={css.next}>
                  <Text>{next.title}</Text>
                  {next.dueDay && (
                    <>
                      {' '}
                      <DayLabel day={next.dueDay} />
                    </>
                  )}
                </span>
              ) : (
                <span class={css.none}>
                  <CircleAlert size={12} aria-hidden="true" /> {m.sidebar_no_next_step()}
                </span>
              )}
            </p>
          </div>
        </>
      ) : (
        <div class={css.clip}>
          <p class={css.meta}>
            <Chip tone={deal.state === 'won' ? 'success' : 'plain'}>
              {deal.state === 'won' ? m.words_won() : m.words_lost()}
            </Chip>
            {deal.closedAt !== null && (
              <time dateTime={new Date(deal.closedAt).toISOString()}>
                {new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(deal.closedAt)}
              </time>
            )}
            {deal.lostReason && <Text>{deal.lostReason}</Text>}
            {deal.competitor && <Text>{m.sidebar_to_competitor({ name: deal.competitor })}</Text>}
          </p>
        </div>
      )}
      {losing && <CloseDealForm deal={deal} onDone={() => setLosing(false)} />}
      {open && <DealFields deal={deal} ownFields={ownFields} members={members} named={named} />}
    </div>
  );
}

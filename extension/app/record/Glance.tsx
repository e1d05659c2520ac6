import { CalendarClock, CircleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { orderDeals } from '../../../shared/domain/deal/order.ts';
import type { Contact, Deal, Stage, Task } from '../../../shared/domain/rows.ts';
import { nextStep } from '../../../shared/domain/task/due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TimelineEntry } from '../../messages/state.ts';
import { Ago } from '../../sidebar/shell/Ago.tsx';
import { DayLabel } from '../../sidebar/shell/DayLabel.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { kindText } from '../../sidebar/timeline/kind.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { moneyText } from '../../ui/money.ts';
import { clockTime } from '../../ui/relativeTime.ts';
import { Text } from '../../ui/Text.tsx';
import css from './Record.module.css';

/** More than these are counted. */
const named = 3;

/** What one wants to know before anything is read: who, what is open, what was said last, what comes next. */
export function Glance({
  people,
  deals,
  stages,
  tasks,
  timeline,
  lastContactAt,
}: {
  /** null: the page is of one person. */
  people: Contact[] | null;
  /** null: the page is of one deal. */
  deals: Deal[] | null;
  stages: Stage[];
  tasks: Task[];
  timeline: TimelineEntry[];
  lastContactAt: number | null;
}) {
  return (
    <section class={css.glance} aria-label={m.record_glance()} data-glance>
      {people && <Fact name={m.record_who()}>{whoOf(people)}</Fact>}
      {deals && (
        <Fact name={m.record_open_deals()}>
          <OpenDeals deals={deals} stages={stages} />
        </Fact>
      )}
      <Fact name={m.record_last_contact()}>
        <LastContact timeline={timeline} at={lastContactAt} />
      </Fact>
      <Fact name={m.record_next_step()}>
        <Next tasks={tasks} />
      </Fact>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div class={css.fact}>
    <h2 class={css.factName}>{name}</h2>
    <div class={css.factText}>{children}</div>
  </div>
);

const whoOf = (people: Contact[]) =>
  people.length === 0 ? m.sidebar_no_people() : <People people={people} />;

function People({ people }: { people: Contact[] }) {
  const session = useSession();
  return (
    <>
      {people.slice(0, named).map((contact) => (
        <div key={contact.id}>
          <Button look="link" onClick={() => session.open({ noun: 'contact', id: contact.id })}>
            <Text>{contact.name}</Text>
          </Button>
          {contact.title && <Text class={css.muted}>{` ${contact.title}`}</Text>}
        </div>
      ))}
      {people.length > named && (
        <span class={css.muted}>{m.record_people_more({ count: people.length - named })}</span>
      )}
    </>
  );
}

function OpenDeals({ deals, stages }: { deals: Deal[]; stages: Stage[] }) {
  const session = useSession();
  const open = orderDeals(deals).filter(({ state }) => state === 'open');
  if (open.length === 0) return <span class={css.muted}>{m.record_no_open_deals()}</span>;
  return (
    <>
      {open.slice(0, named).map((deal) => (
        <div key={deal.id}>
          <Button look="link" onClick={() => session.open({ noun: 'deal', id: deal.id })}>
            <Text>{deal.title}</Text>
          </Button>{' '}
          <span class={css.muted}>
            {[
              stages.find(({ id }) => id === deal.stageId)?.name,
              deal.amountMinor === null
                ? null
                : moneyText(deal.amountMinor, deal.currency, session.locale.value),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      ))}
      {open.length > named && (
        <span class={css.muted}>{m.record_people_more({ count: open.length - named })}</span>
      )}
    </>
  );
}

function LastContact({ timeline, at }: { timeline: TimelineEntry[]; at: number | null }) {
  if (at === null) return <span class={css.muted}>{m.sidebar_no_contact_yet()}</span>;
  const last = timeline.find(({ interaction }) => interaction.occurredAt === at);
  return (
    <>
      <Ago at={at} />
      {last && ` · ${m.sidebar_by({ who: last.byMe ? m.sidebar_you() : last.by })}`}
      {last && (
        <div>
          <Text>
            {last.interaction.subject || last.interaction.outcome || kindText(last.interaction.kind)}
          </Text>
        </div>
      )}
    </>
  );
}

function Next({ tasks }: { tasks: Task[] }) {
  const { locale, today } = useSession();
  const next = nextStep(tasks);
  if (!next)
    return (
      <span class={classes(css.due, css.none)}>
        <CircleAlert size={12} aria-hidden="true" /> {m.sidebar_no_next_step()}
      </span>
    );
  const late = next.dueDay !== null && next.dueDay < today.value;
  return (
    <>
      <Text>{next.title}</Text>
      {next.dueDay && (
        <div class={classes(css.due, late ? css.late : css.muted)}>
          <CalendarClock size={12} aria-hidden="true" /> <DayLabel day={next.dueDay} />
          {next.dueAt !== null && ` ${clockTime(next.dueAt, locale.value)}`}
        </div>
      )}
    </>
  );
}

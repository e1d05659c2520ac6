import { Inbox } from 'lucide-preact';
import type { Task } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { late } from '../../ui/late.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { MentionRow } from '../mention/MentionRow.tsx';
import { PersonRow } from '../person/PersonRow.tsx';
import { Ago } from '../shell/Ago.tsx';
import { Problem } from '../shell/Problem.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { TaskRow } from '../task/TaskRow.tsx';
import { Entry } from '../timeline/Entry.tsx';
import { MailboxLine } from './MailboxLine.tsx';
import css from './Today.module.css';

const StakeLine = late(() => import('../inbox/StakeLine.tsx').then((part) => part.StakeLine));
const KnownLine = late(() => import('./KnownLine.tsx').then((part) => part.KnownLine));

/** No thread is open: what is due, and whom you last dealt with. */
export function Today() {
  const { value: view, code } = useAnswer('today', {});
  if (!view) return code ? <Problem code={code} /> : <Skeleton label={m.sidebar_loading()} />;
  const nothing =
    view.overdue.length +
      view.today.length +
      view.upcoming.length +
      view.asked.length +
      view.mentions.length ===
    0;
  return (
    <article aria-label={m.sidebar_today()}>
      <MailboxLine />
      <StakeLine />
      <KnownLine known={view.known} fresh={view.fresh} />
      {nothing && view.recent.length === 0 ? (
        <div class={css.empty}>
          <Inbox size={24} aria-hidden="true" />
          <h1 class={css.title}>{m.sidebar_today_empty()}</h1>
          <p>{m.sidebar_today_empty_how()}</p>
        </div>
      ) : (
        <>
          {view.asked.length > 0 && (
            <Section title={m.sidebar_asked_of_you()} count={view.asked.length}>
              <ul>
                {view.asked.map((entry) => (
                  <Entry key={entry.interaction.id} entry={entry} />
                ))}
              </ul>
            </Section>
          )}
          {view.mentions.length > 0 && (
            <Section title={m.task_mentions()} count={view.mentions.length}>
              <ul>
                {view.mentions.map((line) => (
                  <MentionRow key={line.entry.interaction.id} line={line} />
                ))}
              </ul>
            </Section>
          )}
          <Due title={m.sidebar_overdue()} tasks={view.overdue} />
          <Section title={m.sidebar_today()} count={view.today.length}>
            {view.today.length === 0 && <Empty>{m.sidebar_nothing_due()}</Empty>}
            <ul>
              {view.today.map((task) => (
                <TaskRow key={task.id} task={task} />
              ))}
            </ul>
          </Section>
          <Due title={m.sidebar_upcoming()} tasks={view.upcoming.slice(0, 5)} />
          {view.recent.length > 0 && (
            <Section title={m.sidebar_recent()}>
              <ul>
                {view.recent.map(({ contact, company, at }) => (
                  <PersonRow key={contact.id} contact={contact} detail={company}>
                    <Ago at={at} />
                  </PersonRow>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </article>
  );
}

function Due({ title, tasks }: { title: string; tasks: Task[] }) {
  if (tasks.length === 0) return null;
  return (
    <Section title={title} count={tasks.length}>
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </Section>
  );
}

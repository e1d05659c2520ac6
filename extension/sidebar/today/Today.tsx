import { Inbox } from 'lucide-preact';
import type { Task } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { late } from '../../ui/late.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { MentionRow } from '../mention/MentionRow.tsx';
import { PersonRow } from '../person/PersonRow.tsx';
import { Ago } from '../shell/Ago.tsx';
import { Problem } from '../shell/Problem.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { Entry } from '../timeline/Entry.tsx';
import { DueTasks } from './DueTasks.tsx';
import { MailboxLine } from './MailboxLine.tsx';
import css from './Today.module.css';

const StakeLine = late(() => import('../inbox/StakeLine.tsx').then((part) => part.StakeLine));
const KnownLine = late(() => import('./KnownLine.tsx').then((part) => part.KnownLine));
const RemindersOff = late(() => import('./RemindersOff.tsx').then((part) => part.RemindersOff));
const Newcomers = late(() => import('./Newcomers.tsx').then((part) => part.Newcomers));
const SilentDeals = late(() => import('./SilentDeals.tsx').then((part) => part.SilentDeals));
const Missed = late(() => import('../rules/Missed.tsx').then((part) => part.Missed));

/** Somebody would be reminded of it. */
const isTold = ({ dueAt, dueDay, promisedBy, awaits }: Task): boolean =>
  dueAt !== null || (dueDay !== null && (promisedBy !== null || awaits !== null));

/** How many of what comes are shown: it needs nobody today. */
const shownUpcoming = 5;

/** No thread is open: what needs one first, from what colleagues ask to whom one last dealt with. */
export function Today() {
  const session = useSession();
  const { value: view, code } = useAnswer('today', {});
  if (!view) return code ? <Problem code={code} /> : <Skeleton label={m.sidebar_loading()} />;
  const { asked, mentions, overdue, today, awaited, upcoming, recent, about } = view;
  const groups = [asked, mentions, overdue, today, awaited, upcoming, recent];
  const screen = session.state.value?.screen;
  const rows = screen?.kind === 'mailbox' ? (screen.rows ?? 0) : 0;
  return (
    <article aria-label={m.sidebar_today()}>
      <MailboxLine />
      <StakeLine />
      <KnownLine known={view.known} fresh={view.fresh} />
      {groups.every((group) => group.length === 0) ? (
        <div class={css.empty}>
          <Inbox size={24} aria-hidden="true" />
          <h1 class={css.title}>{m.sidebar_today_empty()}</h1>
          <p>{m.sidebar_today_empty_how()}</p>
        </div>
      ) : (
        <>
          {asked.length > 0 && (
            <Section title={m.sidebar_asked_of_you()} count={asked.length}>
              <ul>
                {asked.map((entry) => (
                  <Entry key={entry.interaction.id} entry={entry} />
                ))}
              </ul>
            </Section>
          )}
          {mentions.length > 0 && (
            <Section title={m.task_mentions()} count={mentions.length}>
              <ul>
                {mentions.map((line) => (
                  <MentionRow key={line.entry.interaction.id} line={line} />
                ))}
              </ul>
            </Section>
          )}
          <DueTasks title={m.sidebar_overdue()} tasks={overdue} about={about} />
          <DueTasks title={m.sidebar_today()} tasks={today} about={about} empty={m.sidebar_nothing_due()} />
          <DueTasks title={m.today_awaited()} tasks={awaited} about={about} />
          {[today, awaited, upcoming].flat().some(isTold) && <RemindersOff />}
        </>
      )}
      <Newcomers rows={rows} />
      <SilentDeals />
      <Missed rows={rows} />
      <DueTasks title={m.sidebar_upcoming()} tasks={upcoming.slice(0, shownUpcoming)} about={about} />
      {recent.length > 0 && (
        <Section title={m.sidebar_recent()}>
          <ul>
            {recent.map(({ contact, company, at }) => (
              <PersonRow key={contact.id} contact={contact} detail={company}>
                <Ago at={at} />
              </PersonRow>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

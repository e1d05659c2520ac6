import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { type InboxFilter, type InboxRow, inboxFilters } from '../../messages/rows.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { langOf } from '../../ui/langOf.ts';
import { Empty, Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Ago } from '../shell/Ago.tsx';
import { Problem } from '../shell/Problem.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import css from './Inbox.module.css';
import { filterText, reasonText } from './reasonText.ts';

const atOnce = 40;
/** What is said of a row; the rest counts, and stands in its title. */
const mostReasons = 3;

/** The conversations that the mailbox's lists have shown, by what is at stake in them, each with why it stands there. */
export function Inbox() {
  const session = useSession();
  const screen = session.state.value?.screen;
  const seen = screen?.kind === 'mailbox' ? (screen.rows ?? 0) : 0;
  const { value: view, code } = useAnswer('inbox', { seen });
  // Of the rows that were there before one more was seen.
  const [last, setLast] = useState(view);
  if (view && view !== last) setLast(view);
  const [only, setOnly] = useState<InboxFilter | null>(null);
  const [drawn, setDrawn] = useState(atOnce);
  const now = view ?? last;
  if (!now) return code ? <Problem code={code} /> : <Skeleton label={m.sidebar_loading()} />;
  const rows = only ? now.rows.filter(({ filters }) => filters.includes(only)) : now.rows;
  return (
    <article aria-label={m.rows_inbox()}>
      <Section title={m.rows_inbox()}>
        {now.seen > 0 && <p class={css.said}>{m.rows_inbox_seen({ count: now.seen })}</p>}
        <fieldset class={css.filters} aria-label={m.sidebar_filter()}>
          {[null, ...inboxFilters].map((filter) => (
            <button
              key={filter ?? 'all'}
              type="button"
              class={css.filter}
              aria-pressed={filter === only}
              onClick={() => {
                setOnly(filter);
                setDrawn(atOnce);
              }}
            >
              {filter ? filterText[filter]() : m.rows_filter_all()}
              <span class={css.count}>
                {filter ? now.rows.filter(({ filters }) => filters.includes(filter)).length : now.rows.length}
              </span>
            </button>
          ))}
        </fieldset>
        {rows.length === 0 && <Empty>{now.seen === 0 ? m.rows_inbox_none() : m.rows_filter_none()}</Empty>}
        {rows.length > 0 && (
          <ol class={css.list}>
            {rows.slice(0, drawn).map((row) => (
              <Conversation key={row.id} row={row} />
            ))}
          </ol>
        )}
        {rows.length > drawn && (
          <Button look="link" onClick={() => setDrawn(drawn + atOnce)}>
            {m.rows_more({ count: Math.min(atOnce, rows.length - drawn) })}
          </Button>
        )}
        <details class={css.how}>
          <summary>{m.rows_how_title()}</summary>
          <p>{m.rows_how()}</p>
        </details>
      </Section>
    </article>
  );
}

function Conversation({ row }: { row: InboxRow }) {
  const session = useSession();
  const locale = session.locale.value;
  const why = row.reasons.map((reason) => reasonText(reason, row, locale));
  const sum = row.reasons.map((reason, at) => `${reason.points}  ${why[at]}`);
  return (
    <li>
      <button
        type="button"
        class={css.row}
        title={[...sum, m.rows_points({ points: row.points })].join('\n')}
        onClick={() => session.ask('openThread', { threadId: row.id })}
      >
        <span class={css.line}>
          <span class={classes(css.who, row.unread && css.unread)} lang={langOf(row.who)}>
            {row.company ? `${row.who} · ${row.company}` : row.who}
          </span>
          {row.at !== null && (
            <span class={css.at}>
              <Ago at={row.at} />
            </span>
          )}
        </span>
        <span class={css.subject} lang={langOf(row.subject)}>
          {row.subject || m.rows_no_subject()}
        </span>
        {(why.length > 0 ? why.slice(0, mostReasons) : [m.rows_why_nothing()]).map((reason) => (
          <span key={reason} class={css.why}>
            {reason}
          </span>
        ))}
      </button>
    </li>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { noFilter } from '../../../shared/domain/interaction/filter.ts';
import { type Contact, interactionKinds, type Member } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TimelineEntry } from '../../messages/state.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Days } from '../../sidebar/timeline/Days.tsx';
import { Entry } from '../../sidebar/timeline/Entry.tsx';
import { kindText } from '../../sidebar/timeline/kind.tsx';
import { type Of, useTimeline } from '../../sidebar/timeline/useTimeline.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import form from '../../ui/form.module.css';
import { Menu } from '../../ui/Menu.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { EventRow } from './EventRow.tsx';
import { eventText } from './eventText.ts';
import css from './Record.module.css';
import { everything, storyOf, type Wanted } from './story.ts';

/** Changes that are asked for at first; as many more with each click. */
const step = 200;
/** Typing is answered when it pauses. */
const pauseMs = 150;

/** All that happened: what was said, what was changed, what was done; narrowed by kind, person and words. */
export function Story({
  of,
  entries,
  older,
  people,
  members,
}: {
  of: Of;
  entries: TimelineEntry[];
  older: boolean;
  /** With whom it can have happened; none on the page of one person. */
  people: Contact[];
  members: Member[];
}) {
  const session = useSession();
  const [wanted, want] = useState<Wanted>(everything);
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(step);
  useEffect(() => {
    want(everything);
    setTyped('');
    setLimit(step);
  }, [of.noun, of.id]);
  useEffect(() => {
    const timer = setTimeout(() => want((now) => ({ ...now, text: typed })), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const { kind, by, contactId, text } = wanted;
  const view = useTimeline(
    of,
    { entries, older },
    {
      ...noFilter,
      ...{ by, contactId, text, kind: kind === 'changes' ? null : kind },
    },
  );
  const offline = session.state.value?.link.status === 'offline';
  const here = useAnswer('happenings', { ...of, limit, ask: false });
  const there = useAnswer('happenings', offline ? null : { ...of, limit, ask: true });
  const happened = there.value ?? here.value;
  const story = storyOf(view.entries, happened?.events ?? [], !view.older, wanted, (event) => {
    const { what, from, to } = eventText(session, event);
    return [event.title, what, from, to];
  });
  const me = session.state.value?.link.me ?? null;
  const isNarrow = kind !== null || by !== null || contactId !== null || text.trim() !== '';
  const more = kind === 'changes' ? happened?.more === true : view.older;
  const nameOf = (id: string | null) => members.find((member) => member.id === id)?.name ?? '';
  const kindName = (of: Wanted['kind']) =>
    of === null ? m.sidebar_everything() : of === 'changes' ? m.record_changes() : kindText(of);
  return (
    <Section title={m.words_timeline()}>
      <div class={css.bar}>
        <input
          type="search"
          class={form.input}
          dir="auto"
          aria-label={m.record_search()}
          placeholder={m.record_search()}
          maxLength={200}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <div class={css.filters}>
          <Menu
            label={`${m.sidebar_filter()}: ${kindName(kind)}`}
            class={classes(css.filter, kind !== null && css.on)}
            trigger={kindName(kind)}
            items={[null, ...interactionKinds, 'changes' as const].map((each) => ({
              id: each ?? 'all',
              label: kindName(each),
              checked: each === kind,
              onPick: () => want({ ...wanted, kind: each }),
            }))}
          />
          <Menu
            label={`${m.record_filter_by()}: ${by === null ? m.record_everybody() : by === me ? m.record_me() : nameOf(by)}`}
            class={classes(css.filter, by !== null && css.on)}
            trigger={`${m.record_filter_by()}: ${by === null ? m.record_everybody() : by === me ? m.record_me() : nameOf(by)}`}
            items={[
              {
                id: 'everybody',
                label: m.record_everybody(),
                checked: by === null,
                onPick: () => want({ ...wanted, by: null }),
              },
              me !== null && {
                id: 'me',
                label: m.record_me(),
                checked: by === me,
                onPick: () => want({ ...wanted, by: me }),
              },
              ...members
                .filter(({ id }) => id !== me)
                .map(({ id, name }) => ({
                  id,
                  label: name,
                  checked: by === id,
                  onPick: () => want({ ...wanted, by: id }),
                })),
            ]}
          />
          {people.length > 1 && (
            <Menu
              label={`${m.record_filter_with()}: ${people.find(({ id }) => id === contactId)?.name ?? m.record_everybody()}`}
              class={classes(css.filter, contactId !== null && css.on)}
              trigger={`${m.record_filter_with()}: ${people.find(({ id }) => id === contactId)?.name ?? m.record_everybody()}`}
              items={[
                {
                  id: 'everybody',
                  label: m.record_everybody(),
                  checked: contactId === null,
                  onPick: () => want({ ...wanted, contactId: null }),
                },
                ...people.map(({ id, name }) => ({
                  id,
                  label: name,
                  checked: contactId === id,
                  onPick: () => want({ ...wanted, contactId: id }),
                })),
              ]}
            />
          )}
          {isNarrow && (
            <Button
              look="link"
              onClick={() => {
                want(everything);
                setTyped('');
              }}
            >
              {m.record_clear_filter()}
            </Button>
          )}
        </div>
      </div>
      {story.length === 0 && (
        <Empty>
          {view.loading
            ? m.sidebar_loading()
            : isNarrow
              ? m.record_nothing_found()
              : m.sidebar_nothing_happened()}
        </Empty>
      )}
      <Days of={story} at={({ at }) => at}>
        {(one) =>
          'entry' in one ? (
            <Entry key={one.entry.interaction.id} entry={one.entry} />
          ) : (
            <EventRow key={one.event.change.id} noun={of.noun} event={one.event} />
          )
        }
      </Days>
      {view.unreached && <Empty>{m.sidebar_older_unreached()}</Empty>}
      {(offline || there.code !== null || there.value?.unreached) && (
        <Empty>{m.record_changes_offline()}</Empty>
      )}
      {more && (
        <Button
          look="link"
          disabled={view.loading}
          onClick={() => (kind === 'changes' ? setLimit(Math.min(1_000, limit + step)) : view.showOlder())}
        >
          {m.sidebar_show_older()}
        </Button>
      )}
    </Section>
  );
}

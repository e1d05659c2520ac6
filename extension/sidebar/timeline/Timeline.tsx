import { useEffect, useState } from 'preact/hooks';
import { type InteractionKind, interactionKinds } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { TimelineEntry } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { dayOf } from '../../ui/day.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { DayLabel } from '../shell/DayLabel.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { Entry } from './Entry.tsx';
import { kindText } from './kind.tsx';
import css from './Timeline.module.css';

/** Drawn along with the card they belong to; the others follow in the next frame, mostly below the fold. */
const atOnce = 3;

/** What happened, newest first, grouped by day. */
export function Timeline({
  entries,
  older,
  contactId,
}: {
  entries: TimelineEntry[];
  older: boolean;
  contactId: Id | null;
}) {
  const [only, setOnly] = useState<InteractionKind | null>(null);
  /** How many entries were shown when older ones were asked for. */
  const [more, setMore] = useState(0);
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setDrawn(Number.POSITIVE_INFINITY));
    return () => cancelAnimationFrame(frame);
  }, []);
  const shown = entries.filter((entry) => only === null || entry.interaction.kind === only);
  return (
    <Section
      title={m.words_timeline()}
      action={
        entries.length > 1 && (
          <Menu
            label={`${m.sidebar_filter()}: ${only === null ? m.sidebar_everything() : kindText(only)}`}
            class={css.filter}
            trigger={only === null ? m.sidebar_everything() : kindText(only)}
            items={[null, ...interactionKinds].map((kind) => ({
              id: kind ?? 'all',
              label: kind === null ? m.sidebar_everything() : kindText(kind),
              checked: kind === only,
              onPick: () => setOnly(kind),
            }))}
          />
        )
      }
    >
      {shown.length === 0 && <Empty>{m.sidebar_nothing_happened()}</Empty>}
      {more > 0 && contactId ? (
        <Older contactId={contactId} shown={more} only={only} onMore={setMore} />
      ) : (
        <>
          <Days entries={shown.slice(0, drawn)} />
          {older && contactId && drawn > shown.length && (
            <Button look="link" onClick={() => setMore(entries.length)}>
              {m.sidebar_show_older()}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function Older({
  contactId,
  shown,
  only,
  onMore,
}: {
  contactId: Id;
  shown: number;
  only: InteractionKind | null;
  onMore: (shown: number) => void;
}) {
  const { value } = useAnswer('person', { contactId, older: shown });
  if (!value) return <Empty>{m.sidebar_loading()}</Empty>;
  return (
    <>
      <Days entries={value.timeline.filter((entry) => only === null || entry.interaction.kind === only)} />
      {value.unreached && <Empty>{m.sidebar_older_unreached()}</Empty>}
      {value.older && (
        <Button look="link" onClick={() => onMore(value.timeline.length)}>
          {m.sidebar_show_older()}
        </Button>
      )}
    </>
  );
}

function Days({ entries }: { entries: TimelineEntry[] }) {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.interaction.occurredAt);
    const list = days.get(day);
    if (list) list.push(entry);
    else days.set(day, [entry]);
  }
  return (
    <>
      {[...days].map(([day, list]) => (
        <div key={day} class={css.group}>
          <h3 class={css.day}>
            <DayLabel day={day} />
          </h3>
          <ul>
            {list.map((entry) => (
              <Entry key={entry.interaction.id} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

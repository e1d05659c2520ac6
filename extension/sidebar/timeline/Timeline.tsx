import { useEffect, useState } from 'preact/hooks';
import { noFilter } from '../../../shared/domain/interaction/filter.ts';
import { type InteractionKind, interactionKinds } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TimelineEntry } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { Days } from './Days.tsx';
import { Entry } from './Entry.tsx';
import { kindText } from './kind.tsx';
import css from './Timeline.module.css';
import { type Of, useTimeline } from './useTimeline.ts';

/** Drawn along with the card they belong to; the others follow in the next frame, mostly below the fold. */
const atOnce = 3;

/** What happened, newest first, grouped by day. */
export function Timeline({ of, entries, older }: { of: Of; entries: TimelineEntry[]; older: boolean }) {
  const [only, setOnly] = useState<InteractionKind | null>(null);
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setDrawn(Number.POSITIVE_INFINITY));
    return () => cancelAnimationFrame(frame);
  }, []);
  const view = useTimeline(of, { entries, older }, { ...noFilter, kind: only });
  const shown = view.entries.slice(0, drawn);
  return (
    <Section
      title={m.words_timeline()}
      action={
        entries.length > 1 && (
          <Menu
            label={`${m.sidebar_filter()}: ${only === null ? m.sidebar_everything() : kindText(only)}`}
            class={css.filter}
            trigger={only === null ? m.sidebar_everything() : kindText(only)}
            items={() =>
              [null, ...interactionKinds].map((kind) => ({
                id: kind ?? 'all',
                label: kind === null ? m.sidebar_everything() : kindText(kind),
                checked: kind === only,
                onPick: () => setOnly(kind),
              }))
            }
          />
        )
      }
    >
      {view.entries.length === 0 && (
        <Empty>{view.loading ? m.sidebar_loading() : m.sidebar_nothing_happened()}</Empty>
      )}
      <Days of={shown} at={(entry) => entry.interaction.occurredAt}>
        {(entry) => <Entry key={entry.interaction.id} entry={entry} />}
      </Days>
      {view.unreached && <Empty>{m.sidebar_older_unreached()}</Empty>}
      {view.older && shown.length === view.entries.length && (
        <Button look="link" disabled={view.loading} onClick={view.showOlder}>
          {m.sidebar_show_older()}
        </Button>
      )}
    </Section>
  );
}

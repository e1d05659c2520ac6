import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryNoun } from '../../messages/calls.ts';
import type { HistoryEntry } from '../../messages/state.ts';
import { dayOf } from '../../ui/day.ts';
import { Empty, Section } from '../../ui/Section.tsx';
import { DayLabel } from '../shell/DayLabel.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { ChangeRow } from './ChangeRow.tsx';
import css from './HistoryCard.module.css';
import { unkeptText } from './unkeptText.ts';

/** Who changed what of a person, company or deal. The server keeps it: without an answer that is said. */
export function HistoryCard({ of, id, name }: { of: HistoryNoun; id: string; name: string }) {
  const { value, code } = useAnswer('history', { noun: of, id });
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of value ?? []) {
    const day = dayOf(entry.change.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <Section title={m.sidebar_history_of({ what: name })}>
      {!value && !code && <Empty>{m.sidebar_loading()}</Empty>}
      {code && (
        <p class={css.offline} role="status">
          {unkeptText(code)}
        </p>
      )}
      {value?.length === 0 && <Empty>{m.sidebar_history_empty()}</Empty>}
      {[...days].map(([day, entries]) => (
        <div key={day}>
          <h3 class={css.day}>
            <DayLabel day={day} />
          </h3>
          <ul class={css.list}>
            {entries.map((entry) => (
              <ChangeRow key={entry.change.id} of={of} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

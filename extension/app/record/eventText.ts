import * as m from '../../../shared/i18n/compiled/messages.js';
import { valueText } from '../../sidebar/history/valueText.ts';
import { mergeEvent } from '../../sidebar/merge/mergeEvent.ts';
import { isRelationKind, relationText } from '../../sidebar/relation/kindText.ts';
import { fieldText } from '../../sidebar/shell/fieldText.ts';
import type { Session } from '../../sidebar/shell/session.ts';
import type { Happening } from './story.ts';

export type EventText = { what: string; from: string | null; to: string | null };

const plain: Record<string, () => string> = {
  added: m.sidebar_history_added,
  removed: m.sidebar_history_removed,
  deleted: m.sidebar_history_removed,
  restored: m.sidebar_history_restored,
};

/** What changed, in words: the field, and from what to what. */
export function eventText(session: Session, event: Happening): EventText {
  const { change, label, from, to } = event;
  const { noun, field } = change;
  const bare = (what: string): EventText => ({ what, from: null, to: null });
  if (noun === 'relation' && (field === 'added' || field === 'removed')) {
    const kind = isRelationKind(change.to) ? relationText(change.to, true) : '';
    return bare(
      field === 'added' ? m.record_event_relation_added({ kind }) : m.record_event_relation_removed({ kind }),
    );
  }
  if (noun === 'task' && field === 'doneAt')
    return bare(change.to === null ? m.record_event_task_reopened() : m.record_event_task_done());
  const merged = mergeEvent(event);
  if (merged !== null) return bare(merged);
  const event_ = plain[field];
  if (event_) return bare(event_());
  return {
    what: label ?? fieldText(field, noun),
    from: valueText(session, event, from),
    to: valueText(session, event, to),
  };
}

import { Maximize2 } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { HistoryNoun } from '../../messages/calls.ts';
import css from './RecordLink.module.css';
import { useSession } from './session.ts';

/** From a card to the record's full page, in a tab of its own. */
export function RecordLink({ noun, id }: { noun: HistoryNoun; id: Id }) {
  const { recordHref } = useSession();
  if (!recordHref) return null;
  const label = m.record_see_record();
  return (
    <a
      class={css.link}
      href={recordHref(noun, id)}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      title={label}
    >
      <Maximize2 size={14} aria-hidden="true" />
    </a>
  );
}

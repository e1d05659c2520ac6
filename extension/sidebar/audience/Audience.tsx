import { Lock, Users } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { classes } from '../../ui/classes.ts';
import { useSession } from '../shell/session.ts';
import css from './Audience.module.css';

const privately = {
  log: m.sidebar_audience_private,
  note: m.sidebar_audience_note_private,
  contact: m.sidebar_audience_contact_private,
  new: m.sidebar_audience_new_private,
} as const;
export type Of = keyof typeof privately;

export const audienceText = (of: Of, hidden: boolean): string =>
  hidden ? privately[of]() : m.sidebar_audience_team();

/** Who will see what is about to be saved, said before the click; one click says otherwise. */
export function Audience({
  id,
  of,
  hidden,
  onToggle,
  disabled,
}: {
  id?: string;
  of: Of;
  hidden: boolean;
  /** Runs as a change: a click that a page forged or covered says nothing of who may see it. */
  onToggle: (hidden: boolean) => unknown;
  disabled?: boolean;
}) {
  const { change } = useSession();
  const Icon = hidden ? Lock : Users;
  return (
    <button
      type="button"
      id={id}
      class={classes(css.audience, hidden && css.hidden)}
      aria-pressed={hidden}
      aria-label={audienceText(of, hidden)}
      title={hidden ? m.sidebar_audience_to_team() : m.sidebar_audience_to_private()}
      disabled={disabled}
      data-private={hidden}
      onClick={(event) => void change(event, async () => onToggle(!hidden))}
    >
      <Icon size={12} aria-hidden="true" />
      <span>{audienceText(of, hidden)}</span>
    </button>
  );
}

import { EyeOff } from 'lucide-preact';
import type { Refusal } from '../../../shared/domain/exclusion/judge.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Strip } from '../../ui/Strip.tsx';
import { newId } from '../shell/newId.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { refusalText } from './refusalText.ts';

/** Why nothing is read or logged here, and the way out for whoever has one. */
export function Refused({
  refusal,
  of,
  onLifted,
}: {
  refusal: Refusal;
  of: 'page' | 'mail';
  onLifted?: () => void;
}) {
  const session = useSession();
  const isTeams = refusal.why === 'rule' && refusal.team;
  const { value: rules } = useAnswer('exclusions', isTeams ? {} : null);
  const may = session.canChange.value && !(refusal.why === 'default' && !refusal.value);
  const lifts = may && (!isTeams || rules?.mayArrange === true);
  const lift = async (event: Event) => {
    const outcome =
      refusal.why === 'rule'
        ? await session.act(event, 'exclusion.remove', { id: refusal.id })
        : await session.act(event, 'exclusion.add', {
            ...{ id: newId(), subject: of === 'page' ? 'site' : 'domain', value: refusal.value },
            ...{ effect: 'allow', note: null, private: true },
          });
    if (outcome.ok) onLifted?.();
  };
  return (
    <Strip
      tone="plain"
      icon={<EyeOff size={14} aria-hidden="true" />}
      action={
        lifts && (
          <button type="button" onClick={(event) => void lift(event)}>
            {of === 'page' ? m.exclude_look() : m.exclude_log()}
          </button>
        )
      }
    >
      {refusalText(refusal, of)}
      {isTeams && !lifts && ` ${m.exclude_ask_admin()}`}
    </Strip>
  );
}
